//! The codes of what reading can tell, each once with its severity.
//!
//! Reading stands below the rules that explain it: it makes its diagnostics from here, and a rule
//! under `check/reading/` begins with the same constant. A code that only a check tells stands in
//! that check's own rule.

use crate::diag::Code;

// Files.
pub(crate) const CSV: Code = Code::error("csv");
pub(crate) const ENCODING: Code = Code::error("encoding");
pub(crate) const FRONT_MATTER: Code = Code::error("front-matter");
pub(crate) const NUL_BYTE: Code = Code::error("nul-byte");
pub(crate) const ROW_LENGTH: Code = Code::error("row-length");
pub(crate) const TABLE_COLUMN: Code = Code::error("table-column");
pub(crate) const TABLE_HEADER: Code = Code::error("table-header");
pub(crate) const TOML: Code = Code::error("toml");
pub(crate) const UNREAD_FILE: Code = Code::warning("unread-file");
pub(crate) const UNREADABLE: Code = Code::error("unreadable");

// Settings.
pub(crate) const ADDRESS: Code = Code::error("address");
pub(crate) const BASE_URL: Code = Code::error("base-url");
pub(crate) const LANGUAGE: Code = Code::error("language");
pub(crate) const MISSING_MESSAGE: Code = Code::warning("missing-message");
pub(crate) const NO_SITE: Code = Code::error("no-site");
pub(crate) const OUTPUT_NOT_BUILT: Code = Code::warning("output-not-built");
pub(crate) const THEME: Code = Code::error("theme");
pub(crate) const THEME_TEXT: Code = Code::warning("theme-text");
pub(crate) const THEME_NAME: Code = Code::error("theme-name");
pub(crate) const UTC_OFFSET: Code = Code::error("utc-offset");

// Keys of front matter and of settings.
pub(crate) const DATE: Code = Code::error("date");
pub(crate) const DUPLICATE_ID: Code = Code::error("duplicate-id");
pub(crate) const DUPLICATE_NUMBER: Code = Code::error("duplicate-number");
pub(crate) const EMPTY_TEXT: Code = Code::error("empty-text");
pub(crate) const ID: Code = Code::error("id");
pub(crate) const MISSING_KEY: Code = Code::error("missing-key");
pub(crate) const NUMBER: Code = Code::error("number");
pub(crate) const OUT_OF_RANGE: Code = Code::error("out-of-range");
pub(crate) const PERIOD: Code = Code::error("period");
pub(crate) const UNKNOWN_KEY: Code = Code::error("unknown-key");
pub(crate) const UNKNOWN_WORD: Code = Code::error("unknown-word");
pub(crate) const WRONG_TYPE: Code = Code::error("wrong-type");

// A plan.
pub(crate) const BANDS: Code = Code::error("bands");
pub(crate) const HOLIDAYS: Code = Code::error("holidays");
pub(crate) const NO_DATA: Code = Code::note("no-data");
pub(crate) const NO_PLAN: Code = Code::error("no-plan");
pub(crate) const PLAN_REVISION: Code = Code::error("plan-revision");
pub(crate) const RELEASE: Code = Code::error("release");
pub(crate) const TOO_MANY_REGIONS: Code = Code::error("too-many-regions");
pub(crate) const UNKNOWN_DEPARTMENT: Code = Code::error("unknown-department");
pub(crate) const UNKNOWN_INDICATOR: Code = Code::error("unknown-indicator");
pub(crate) const UNKNOWN_ITEM: Code = Code::error("unknown-item");
pub(crate) const UNKNOWN_MILESTONE: Code = Code::error("unknown-milestone");
pub(crate) const UNKNOWN_REGION: Code = Code::error("unknown-region");
pub(crate) const UNKNOWN_SECTION: Code = Code::error("unknown-section");

// Indicators.
pub(crate) const BASELINE: Code = Code::error("baseline");
pub(crate) const BATCHES: Code = Code::error("batches");
pub(crate) const BETTER: Code = Code::error("better");
pub(crate) const CIRCLE: Code = Code::error("circle");
pub(crate) const EXPECTED: Code = Code::error("expected");
pub(crate) const OVERRIDE: Code = Code::error("override");
pub(crate) const REPORT: Code = Code::error("report");
pub(crate) const SCHEDULE: Code = Code::error("schedule");
pub(crate) const TARGET_CONTRADICTS: Code = Code::warning("target-contradicts");
pub(crate) const TARGET_DIRECTION: Code = Code::warning("target-direction");
pub(crate) const TARGET_MEASURE: Code = Code::warning("target-measure");
pub(crate) const TARGET_PER: Code = Code::error("target-per");
pub(crate) const TARGET_PHRASE: Code = Code::error("target-phrase");
pub(crate) const TARGET_UNIT: Code = Code::error("target-unit");

// Rows of tables.
pub(crate) const PERIOD_OUTSIDE: Code = Code::error("period-outside");
pub(crate) const REGION_NEEDED: Code = Code::error("region-needed");
pub(crate) const REGION_NOT_NAMED: Code = Code::error("region-not-named");
pub(crate) const VALUE: Code = Code::error("value");
pub(crate) const VALUE_MISSING: Code = Code::error("value-missing");
pub(crate) const VALUE_WITH_FLAG: Code = Code::error("value-with-flag");
pub(crate) const CONTRADICTION: Code = Code::error("contradiction");

// The evaluation.
pub(crate) const SCORING_BASIS: Code = Code::error("scoring-basis");
pub(crate) const SCORING_CAP: Code = Code::error("scoring-cap");
pub(crate) const SCORING_GROUPS: Code = Code::error("scoring-groups");
pub(crate) const SCORING_INDICATOR: Code = Code::error("scoring-indicator");
pub(crate) const SCORING_PERIOD: Code = Code::error("scoring-period");
pub(crate) const SCORING_REGIONS: Code = Code::error("scoring-regions");
pub(crate) const SCORING_WEIGHTS: Code = Code::error("scoring-weights");

// Workbooks.
pub(crate) const WORKBOOK: Code = Code::error("workbook");
pub(crate) const WORKBOOK_COLUMN: Code = Code::warning("workbook-column");
pub(crate) const WORKBOOK_FORMULA: Code = Code::error("workbook-formula");
pub(crate) const WORKBOOK_HIDDEN: Code = Code::note("workbook-hidden");
pub(crate) const WORKBOOK_PERCENT: Code = Code::warning("workbook-percent");
pub(crate) const WORKBOOK_SHEET: Code = Code::note("workbook-sheet");
pub(crate) const WORKBOOK_TEXT: Code = Code::warning("workbook-text");
