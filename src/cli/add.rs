//! `taizhang add`: a commented file or block at the right place. What is there is never written
//! over.

use std::fs;
use std::path::{Path, PathBuf};

use crate::add::{
    edition_block, indicator_block, insert_into_front_matter, item_file, next_item, next_plan,
    period_table, update_file,
};
use crate::date::{Date, days_after};
use crate::load::{Loaded, read_content};
use crate::message::{Locale, Message, message};
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::schemas::{FOLDER, schema_files};
use crate::write::{create_atomic, replace_atomic};

use super::args::{AddOptions, Addition, locale};
use super::ending::{Ending, Failure};
use super::print::{complain, print_line};

/// Where something is added.
struct AddTarget<'s> {
    content: &'s Path,
    loaded: &'s Loaded,
    locale: Locale,
}

pub(super) fn run(options: &AddOptions) -> Result<Ending, Failure> {
    let loaded = read_content(&options.content)?;
    let site =
        AddTarget { content: &options.content, loaded: &loaded, locale: locale(options.language) };
    if let Addition::Plan { year, from } = &options.what {
        return site.add_plan(*year, from);
    }
    let plans = &loaded.site.plans;
    let found = match &options.plan {
        Some(id) => plans.iter().find(|plan| plan.id == *id),
        None => plans.last(),
    };
    let Some(plan) = found else {
        return Ok(site.refuse(&message!(
            "there is no such plan; `taizhang check` says more",
            "没有这个计划；详见`taizhang check`"
        )));
    };
    let done = match &options.what {
        Addition::Item { title, section } => site.add_item(plan, title, section.as_deref()),
        Addition::Indicator { item, id, name, unit, target } => {
            site.add_indicator(plan, *item, [id, name], unit.as_deref(), target.as_deref())
        }
        Addition::Update { title, date, kind, items } => {
            site.add_update(plan, *date, |date| update_file(title, date, kind, items))
        }
        Addition::Period { period, recorded } => site.add_period(plan, *period, *recorded),
        Addition::Plan { .. } => Ok(Ending::Fine),
    }?;
    if done == Ending::Fine {
        site.lay_schemas()?;
    }
    Ok(done)
}

impl AddTarget<'_> {
    fn add_item(&self, plan: &Plan, title: &str, section: Option<&str>) -> Result<Ending, Failure> {
        let number = plan.items.iter().map(|item| item.number).max().unwrap_or(0) + 1;
        let sections: Vec<&str> = plan.sections.iter().map(|section| section.id.as_str()).collect();
        let section = section.or(sections.first().copied()).unwrap_or("");
        if !sections.contains(&section) {
            let known = sections.join(", ");
            return Ok(self.refuse(&message!(
                "there is no section `{section}`; known: {known}",
                "没有部分`{section}`；可用：{known}"
            )));
        }
        let department =
            self.loaded.site.departments.first().map_or("", |department| department.id.as_str());
        self.write_new(
            &self.folder(plan).join(format!("items/{number:02}.md")),
            &item_file(number, title, section, department),
        )
    }

    fn add_indicator(
        &self,
        plan: &Plan,
        number: u32,
        [id, name]: [&str; 2],
        unit: Option<&str>,
        target: Option<&str>,
    ) -> Result<Ending, Failure> {
        let Some(item) = plan.items.iter().find(|item| item.number == number) else {
            return Ok(self.refuse(&message!("there is no item {number}", "没有事项{number}")));
        };
        if plan.indicators.iter().any(|known| known.id == id) {
            return Ok(
                self.refuse(&message!("there is an indicator `{id}` already", "已有指标`{id}`"))
            );
        }
        let reporter = item
            .departments
            .first()
            .map_or("regions", |one| self.loaded.site.department(one.department).id.as_str());
        let path = self.content.join(self.loaded.sources.name(item.location.file));
        self.insert(&path, &indicator_block(id, name, unit, target, reporter))
    }

    /// An update is named by its day; the second of a day has a number.
    fn add_update(
        &self,
        plan: &Plan,
        date: Date,
        text: impl Fn(Date) -> String,
    ) -> Result<Ending, Failure> {
        let folder = self.folder(plan).join("updates");
        let names = std::iter::once(format!("{date}.md"))
            .chain((2..1000).map(|n| format!("{date}-{n}.md")));
        let path =
            names.map(|name| folder.join(name)).find(|path| !path.exists()).unwrap_or_default();
        self.write_new(&path, &text(date))
    }

    fn add_period(
        &self,
        plan: &Plan,
        period: Period,
        recorded: Option<Date>,
    ) -> Result<Ending, Failure> {
        let period_end = period.end();
        if period_end < plan.first || period_end > plan.last {
            let (first, last) = (plan.first, plan.last);
            let message = message!(
                "{period} is not of this plan, which runs from {first} to {last}",
                "{period}不在计划期{first}至{last}内"
            );
            return Ok(self.refuse(&message));
        }
        let recorded = recorded.unwrap_or_else(|| days_after(period_end.last_day(), 1));
        let path = self.folder(plan).join(format!("data/{period}.csv"));
        let done =
            self.write_new(&path, &period_table(plan, &self.loaded.site, period, recorded))?;
        let has_edition = plan.editions.iter().any(|edition| edition.period.end() == period_end);
        if done == Ending::Fine && !has_edition {
            return self
                .insert(&self.folder(plan).join("plan.md"), &edition_block(period, recorded));
        }
        Ok(done)
    }

    fn add_plan(&self, year: i16, from: &str) -> Result<Ending, Failure> {
        let Some(plan) = self.loaded.site.plans.iter().find(|plan| plan.id == from) else {
            return Ok(self.refuse(&message!("there is no plan `{from}`", "没有计划`{from}`")));
        };
        let target = self.content.join(format!("plans/{year}"));
        if target.exists() {
            let target = target.display();
            return Ok(self.refuse(&message!("{target} is there already", "{target}已存在")));
        }
        let (old, base) = (plan.first.year(), self.folder(plan));
        // All texts are made before the first is written.
        let mut files = vec![(
            "plan.md".to_string(),
            next_plan(&fs::read_to_string(base.join("plan.md"))?, old, year)?,
        )];
        let mut names: Vec<PathBuf> = Vec::new();
        for folder in ["", "items"] {
            for entry in fs::read_dir(base.join(folder))? {
                names.push(entry?.path());
            }
        }
        names.sort();
        for path in names {
            let name = path
                .strip_prefix(&base)
                .map_or(String::new(), |name| name.to_string_lossy().replace('\\', "/"));
            if !name.ends_with(".md") || name == "plan.md" {
                continue;
            }
            let text = fs::read_to_string(&path)?;
            let is_item = text.starts_with("+++");
            files.push((name, if is_item { next_item(&text, old, year)? } else { text }));
        }
        for (name, text) in &files {
            create_atomic(&target.join(name), text.as_bytes())?;
        }
        let (n, shown) = (files.len(), target.display());
        self.print_message(&message!(
            "{n} files are in {shown}; look for 请核对 in them, and add data/allocations.csv",
            "{n}个文件已写入{shown}；请逐处查看“请核对”，并补充data/allocations.csv"
        ));
        self.lay_schemas()?;
        Ok(Ending::Fine)
    }

    fn folder(&self, plan: &Plan) -> PathBuf {
        self.content.join("plans").join(&plan.id)
    }

    fn write_new(&self, path: &Path, text: &str) -> Result<Ending, Failure> {
        let shown = path.display();
        if !create_atomic(path, text.as_bytes())? {
            return Ok(self.refuse(&message!("{shown} is there already", "{shown}已存在")));
        }
        self.print_message(&message!("written: {shown}", "已写入{shown}"));
        Ok(Ending::Fine)
    }

    fn insert(&self, path: &Path, block: &str) -> Result<Ending, Failure> {
        let shown = path.display();
        let Some(text) = insert_into_front_matter(&fs::read_to_string(path)?, block) else {
            return Ok(self.refuse(&message!("{shown} has no front matter", "{shown}没有文件头")));
        };
        replace_atomic(path, text.as_bytes())?;
        self.print_message(&message!(
            "added at the end of the front matter of {shown}",
            "已加在{shown}文件头末尾"
        ));
        Ok(Ending::Fine)
    }

    /// Lays the schemas beside the content, where the comments of new files say they are.
    fn lay_schemas(&self) -> Result<(), Failure> {
        for file in schema_files(FOLDER)? {
            let path = self.content.join(file.path.as_str());
            if fs::read(&path).is_ok_and(|bytes| bytes == file.bytes) {
                continue;
            }
            replace_atomic(&path, &file.bytes)?;
        }
        Ok(())
    }

    fn print_message(&self, message: &Message) {
        print_line(message.in_locale(self.locale));
    }

    fn refuse(&self, message: &Message) -> Ending {
        complain(message.in_locale(self.locale));
        Ending::Failed
    }
}
