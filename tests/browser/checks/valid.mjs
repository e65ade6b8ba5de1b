// Every page is valid HTML and uses its elements as they are meant.
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: {
    // Compact markup may leave out what the standard lets it leave out.
    "attr-quotes": "off", "no-implicit-close": "off", "void-style": "off", "no-trailing-whitespace": "off",
    // The names of sites are as long as they are.
    "long-title": "off",
    // Regions that scroll sideways must be reached by the keyboard.
    "no-redundant-role": "error",
    // A list without bullets is no list to one screen reader unless its role is said; nothing here depends on the count.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // Browsers disagree with no autocomplete rule here: there is no input to complete.
    "valid-id": ["error", { relaxed: true }],
  },
});

export async function run({ site, check }) {
  for (const page of site.all) {
    const report = await validator.validateString(site.read(page), page);
    const told = report.results.flatMap((result) => result.messages).filter((message) => message.severity === 2);
    check(told.length === 0, `${page} is valid: ${told.slice(0, 3).map((message) => `${message.ruleId} ${message.message} (${message.line}:${message.column} ${message.selector ?? ""})`).join("; ")}`);
  }
}
