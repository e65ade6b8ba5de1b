//! `taizhang forms export` and `forms collect`: reporting workbooks out, filled ones back into the
//! ledger.

use std::fs;
use std::path::{Path, PathBuf};

use crate::checksum::sha256;
use crate::forms::{
    Compared, Filled, Outcome, Refusal, append_rows, compare, draw_form, forms_of, read_filled,
    receipt,
};
use crate::message::{Locale, Message, message};
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::pipeline::{Prepared, prepare};
use crate::write::replace_atomic;

use super::args::{FormsCollectOptions, FormsCommand, FormsExportOptions, FormsOptions};
use super::ending::{Ending, Failure};
use super::print::{complain, print_line};
use super::status::chosen_plan;

pub(super) fn run(options: &FormsOptions) -> Result<Ending, Failure> {
    match &options.command {
        FormsCommand::Export(options) => export(options),
        FormsCommand::Collect(options) => collect(options),
    }
}

/// Writes a workbook for each reporter.
fn export(options: &FormsExportOptions) -> Result<Ending, Failure> {
    let locale = options.content.locale();
    let prepared = prepare(&options.content.request())?;
    let plan = match chosen_plan(&prepared, options.content.reader(), options.plan.as_deref()) {
        Ok(at) => prepared.content.site.plan(at),
        Err(ending) => return Ok(ending),
    };
    let site = &prepared.content.site;
    let forms = forms_of(plan, site, options.period);
    if forms.is_empty() {
        let period = options.period;
        let message = message!(
            "nobody reports anything for {period}; the plan runs from {} to {}",
            "{period}没有需要报送的指标；计划期为{}至{}",
            plan.first,
            plan.last
        );
        complain(message.in_locale(locale));
        return Ok(Ending::Faulty);
    }
    let folder = options
        .output
        .clone()
        .unwrap_or_else(|| Path::new("forms").join(options.period.to_string()));
    for form in &forms {
        let name = format!("{}-{}.xlsx", form.period, form.reporter.id(site));
        replace_atomic(&folder.join(&name), &draw_form(form, plan, site)?)?;
        let (reporter, n) = (form.reporter.name(site), form.rows.len());
        let many = if n == 1 { "" } else { "s" };
        let message = Message::new(
            format!("{name}  {reporter}: {n} figure{many}"),
            format!("{name}　{reporter}：{n}项"),
        );
        print_line(message.in_locale(locale));
    }
    let (n, folder) = (forms.len(), folder.display());
    print_line(
        message!("{n} workbooks are in {folder}", "{n}个工作簿已写入{folder}").in_locale(locale),
    );
    Ok(Ending::Fine)
}

/// One workbook with what comes of it.
struct Taken {
    filled: Filled,
    compared: Vec<Compared>,
    sha256: String,
}

/// Takes the figures of filled workbooks into the ledger.
fn collect(options: &FormsCollectOptions) -> Result<Ending, Failure> {
    let locale = options.content.locale();
    let prepared = prepare(&options.content.request())?;
    let plan = match chosen_plan(&prepared, options.content.reader(), options.plan.as_deref()) {
        Ok(at) => prepared.content.site.plan(at),
        Err(ending) => return Ok(ending),
    };
    let (taken, refused) = take_all(options, &prepared, plan)?;
    for refusal in &refused {
        print_line(format_args!(
            "{}  {}: {}",
            refused_word(locale),
            refusal.location,
            refusal.why.in_locale(locale)
        ));
    }
    taken.iter().flat_map(|one| &one.compared).for_each(|one| print_line(line_of(one, locale)));
    let count = |is: fn(&Outcome) -> bool| {
        taken.iter().flat_map(|one| &one.compared).filter(|one| is(&one.outcome)).count()
    };
    let new = count(|outcome| *outcome == Outcome::New);
    let changed = count(|outcome| matches!(outcome, Outcome::Changed(_)));
    let unchanged = count(|outcome| *outcome == Outcome::Unchanged);
    let empty = count(|outcome| *outcome == Outcome::Empty);
    let refused = refused.len() + count(|outcome| matches!(outcome, Outcome::Refused(_)));
    let summary = message!(
        "{new} new, {changed} changed, {unchanged} unchanged, {empty} left empty, {refused} \
            refused",
        "新增{new}项，更改{changed}项，未变{unchanged}项，未填{empty}项，退回{refused}项"
    );
    print_line(summary.in_locale(locale));
    if options.dry_run {
        print_line(
            message!("nothing was written (--dry-run)", "未写入任何内容（--dry-run）")
                .in_locale(locale),
        );
        return Ok(if refused > 0 { Ending::Faulty } else { Ending::Fine });
    }
    if refused > 0 && !options.partial {
        let message = message!(
            "nothing was written; mend what is refused, or take the rest with --partial",
            "未写入任何内容；请更正退回的内容，或用--partial先收其余部分"
        );
        complain(message.in_locale(locale));
        return Ok(Ending::Faulty);
    }
    if new + changed > 0 {
        write_rows(options, plan, &taken, locale)?;
    }
    for one in &taken {
        let stem = Path::new(&one.filled.file)
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let path = options.receipts.join(format!("{stem}-{}.json", options.recorded));
        replace_atomic(
            &path,
            receipt(&one.filled, &one.compared, options.recorded, &one.sha256).as_bytes(),
        )?;
    }
    Ok(if refused > 0 { Ending::Faulty } else { Ending::Fine })
}

/// Reads every workbook and holds it against the ledger. All must be of one period.
fn take_all(
    options: &FormsCollectOptions,
    prepared: &Prepared,
    plan: &Plan,
) -> Result<(Vec<Taken>, Vec<Refusal>), Failure> {
    let site = &prepared.content.site;
    let is_sample = prepared.content.config.as_ref().is_some_and(|config| config.is_sample);
    let mut period: Option<Period> = options.period;
    let (mut taken, mut refused): (Vec<Taken>, Vec<Refusal>) = (Vec::new(), Vec::new());
    for path in &options.files {
        let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let read = read_filled(&name, &bytes).and_then(|filled| {
            let asked = *period.get_or_insert(filled.period);
            if asked != filled.period {
                let why = message!(
                    "it is about {}, asked for is {asked}",
                    "时期为{}，应为{asked}",
                    filled.period
                );
                return Err(Refusal { location: name.clone(), why });
            }
            if let Some(first) = taken.iter().find(|first| first.filled.reporter == filled.reporter)
            {
                let why = message!(
                    "it comes from the same reporter as {}",
                    "与{}出自同一报送单位",
                    first.filled.file
                );
                return Err(Refusal { location: name.clone(), why });
            }
            let compared = compare(&filled, plan, site, is_sample, options.recorded)?;
            Ok(Taken { filled, compared, sha256: sha256(&bytes) })
        });
        match read {
            Ok(one) => taken.push(one),
            Err(refusal) => refused.push(refusal),
        }
    }
    Ok((taken, refused))
}

/// Appends to the table of the period that came in by forms.
fn write_rows(
    options: &FormsCollectOptions,
    plan: &Plan,
    taken: &[Taken],
    locale: Locale,
) -> Result<(), Failure> {
    let period = taken.first().map_or(String::new(), |one| one.filled.period.to_string());
    let path: PathBuf =
        options.content.content.join(format!("plans/{}/data/forms-{period}.csv", plan.id));
    let mut table = match fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(format!("{}: {error}", path.display()).into()),
    };
    for one in taken {
        let longer =
            append_rows(table.as_deref(), &one.filled, &one.compared).map_err(|first| {
                format!(
                    "{} begins with `{first}`, which is not the header of forms",
                    path.display()
                )
            })?;
        table = Some(longer);
    }
    replace_atomic(&path, table.unwrap_or_default().as_bytes())?;
    let path = path.display();
    print_line(message!("written to {path}", "已写入{path}").in_locale(locale));
    Ok(())
}

fn refused_word(locale: Locale) -> &'static str {
    match locale {
        Locale::English => "refused",
        Locale::Chinese => "退回",
    }
}

/// Tells in a line what becomes of a figure.
fn line_of(one: &Compared, locale: Locale) -> String {
    let (what, location, figure) = (&one.what, &one.location, &one.figure);
    let message = match &one.outcome {
        Outcome::New => {
            message!("new      {location}  {what}: {figure}", "新增　{location}　{what}：{figure}")
        }
        Outcome::Changed(from) => {
            message!(
                "changed  {location}  {what}: {from} -> {figure}",
                "更改　{location}　{what}：{from} → {figure}"
            )
        }
        Outcome::Unchanged => {
            message!("same     {location}  {what}: {figure}", "未变　{location}　{what}：{figure}")
        }
        Outcome::Empty => message!("empty    {location}  {what}", "未填　{location}　{what}"),
        Outcome::Refused(why) => Message::new(
            format!("refused  {location}  {what}: {}", why.en),
            format!("退回　{location}　{what}：{}", why.zh),
        ),
    };
    message.in_locale(locale).to_string()
}
