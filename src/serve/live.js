// Only in the preview: takes over a changed page without losing the place, and shows the faults of the content over the last good one.
(function () {
  "use strict";
  var own = document.currentScript;
  var shown = Number(own.getAttribute("data-version"));
  var isChinese = /^zh/.test(document.documentElement.lang);
  var words = isChinese
    ? { faults: "处错误，下面是改正前最后一次正常的页面", copy: "复制位置", copied: "已复制", gone: "与预览程序的连接断了" }
    : { faults: " faults; below is the last good page", copy: "Copy place", copied: "Copied", gone: "The preview is not running any more" };
  var sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "#taizhang-faults{position:fixed;inset:0 0 auto 0;max-height:60vh;overflow:auto;z-index:99;margin:0;padding:12px 16px;background:#fff;color:#1b2328;border-bottom:4px solid #b04a00;font:15px/1.6 system-ui,sans-serif;box-sizing:border-box}" +
    "#taizhang-faults h2{font-size:17px;margin:0 0 8px}#taizhang-faults ol{margin:0;padding-left:24px}#taizhang-faults li{margin:0 0 12px}" +
    "#taizhang-faults code,#taizhang-faults pre{font:14px/1.5 ui-monospace,monospace;margin:0;overflow-wrap:anywhere;white-space:pre-wrap}" +
    "#taizhang-faults pre{color:#55636b}#taizhang-faults button{font:inherit;min-height:32px;margin-left:8px}");
  document.adoptedStyleSheets = document.adoptedStyleSheets.concat([sheet]);

  function make(name, text) {
    var element = document.createElement(name);
    element.textContent = text;
    return element;
  }

  function showFaults(faults, head) {
    var old = document.getElementById("taizhang-faults");
    if (old) { old.remove(); }
    if (faults.length === 0 && !head) { return; }
    var box = make("aside", "");
    box.id = "taizhang-faults";
    box.setAttribute("role", "alert");
    box.append(make("h2", head || faults.length + words.faults));
    var list = make("ol", "");
    faults.forEach(function (fault) {
      var entry = make("li", "");
      if (fault.place) {
        var button = make("button", words.copy);
        button.type = "button";
        button.addEventListener("click", function () {
          navigator.clipboard.writeText(fault.place).then(function () { button.textContent = words.copied; });
        });
        entry.append(make("code", fault.place), button, make("br", ""));
      }
      entry.append(make("span", fault.severity + "[" + fault.code + "]: " + fault.message));
      if (fault.line) { entry.append(make("pre", fault.line)); }
      if (fault.help) { entry.append(make("div", fault.help)); }
      list.append(entry);
    });
    box.append(list);
    document.body.append(box);
  }

  // The same place among all that can have the focus.
  function places(root) { return Array.from(root.querySelectorAll("a[href], button, select, summary, [tabindex]")); }

  function takeOver(next) {
    var style = document.querySelector("link[rel=stylesheet]"), nextStyle = next.querySelector("link[rel=stylesheet]");
    var main = document.querySelector("main"), nextMain = next.querySelector("main");
    var header = document.querySelector("header.site-header"), nextHeader = next.querySelector("header.site-header");
    var script = document.querySelector("script[src*='/site.']"), nextScript = next.querySelector("script[src*='/site.']");
    var isFrameOther = !main || !nextMain || !header !== !nextHeader || (header && header.textContent !== nextHeader.textContent) ||
      (script && nextScript && script.getAttribute("src") !== nextScript.getAttribute("src")) || nextMain.querySelector("[data-script]");
    if (isFrameOther) { location.reload(); return; }
    if (style && nextStyle && style.getAttribute("href") !== nextStyle.getAttribute("href")) {
      var fresh = style.cloneNode();
      fresh.setAttribute("href", nextStyle.getAttribute("href"));
      fresh.addEventListener("load", function () { style.remove(); });
      style.after(fresh);
    }
    document.title = next.title;
    if (main.innerHTML === nextMain.innerHTML) { return; }
    var focused = places(main).indexOf(document.activeElement), x = scrollX, y = scrollY;
    var open = Array.from(main.querySelectorAll("details")).map(function (fold) { return fold.open; });
    main.replaceWith(nextMain);
    Array.from(nextMain.querySelectorAll("details")).forEach(function (fold, at) { fold.open = Boolean(open[at]); });
    scrollTo({ left: x, top: y, behavior: "instant" });
    if (focused >= 0 && places(nextMain)[focused]) { places(nextMain)[focused].focus({ preventScroll: true }); }
  }

  var source = new EventSource("/_taizhang/events");
  source.addEventListener("state", function (event) {
    var state = JSON.parse(event.data);
    showFaults(state.faults);
    if (state.version === shown) { return; }
    shown = state.version;
    fetch(location.href, { cache: "no-store" })
      .then(function (answer) { return answer.text(); })
      .then(function (text) { takeOver(new DOMParser().parseFromString(text, "text/html")); document.documentElement.setAttribute("data-preview", shown); });
  });
  source.addEventListener("error", function () { showFaults([], words.gone); });
  addEventListener("pagehide", function () { source.close(); });
})();
