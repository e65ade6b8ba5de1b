// The page is complete without this file. It remembers text size and contrast, narrows lists, prints, and opens the folds for paper.
(function () {
  "use strict";
  var root = document.documentElement;
  var opened = [];
  var store = {
    get: function (key) { try { return localStorage.getItem(key); } catch (e) { return null; } },
    set: function (key, value) { try { localStorage.setItem(key, value); } catch (e) { /* a private window forgets */ } }
  };
  function size(value) {
    root.setAttribute("data-size", value);
    document.querySelectorAll("[data-size][type=button]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-size") === value));
    });
  }
  function contrast(isOn) {
    root.toggleAttribute("data-contrast", isOn);
    var button = document.querySelector("button[data-contrast]");
    if (button) { button.setAttribute("aria-pressed", String(isOn)); }
  }
  document.querySelectorAll(".sizes, button.contrast, button.print").forEach(function (tool) { tool.hidden = false; });
  size(store.get("taizhang-size") || "medium");
  contrast(store.get("taizhang-contrast") === "on");
  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button");
    if (!button) { return; }
    if (button.hasAttribute("data-size")) {
      store.set("taizhang-size", button.getAttribute("data-size"));
      size(button.getAttribute("data-size"));
    } else if (button.hasAttribute("data-contrast")) {
      var isOn = !root.hasAttribute("data-contrast");
      store.set("taizhang-contrast", isOn ? "on" : "off");
      contrast(isOn);
    } else if (button.classList.contains("print")) {
      window.print();
    }
  });
  // Narrowing: the links of the list do it alone; the choices put together what links cannot.
  function narrowing(form) {
    var rows = Array.from(document.querySelectorAll(".group [data-is]"));
    var output = form.querySelector("output");
    function has(row, field) {
      var told = row.closest("[data-" + field.name + "]");
      return !field.value || (told && told.getAttribute("data-" + field.name).split(" ").indexOf(field.value) >= 0);
    }
    function narrow() {
      var fields = Array.from(form.querySelectorAll("select"));
      var shown = rows.filter(function (row) {
        row.hidden = !fields.every(function (field) { return has(row, field); });
        return !row.hidden;
      });
      document.querySelectorAll(".group").forEach(function (group) { group.hidden = !group.querySelector("[data-is]:not([hidden])"); });
      output.textContent = shown.length < rows.length ? output.getAttribute("data-words").replace("{shown}", shown.length) : "";
    }
    function follow() {
      var wanted = /^#only-(\w+)$/.exec(location.hash);
      if (wanted) { form.querySelector("[name=is]").value = wanted[1]; }
      narrow();
    }
    root.setAttribute("data-filter", "");
    form.hidden = false;
    document.querySelector(".filter-links").hidden = true;
    form.addEventListener("change", narrow);
    window.addEventListener("hashchange", follow);
    follow();
  }
  var filter = document.querySelector(".filter-form");
  if (filter) { narrowing(filter); }
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (fold) { fold.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (fold) { fold.open = false; });
    opened = [];
  });
})();
