//! A real spreadsheet program: opens what we write, fills it in, and saves it in its own ways.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::site::root;

/// LibreOffice without a window, in a folder of its own.
pub struct Office {
    folder: TempDir,
}

impl Office {
    pub fn open() -> Self {
        Self { folder: TempDir::new().expect("a folder") }
    }

    /// Converts files to another format; they land in a folder of that name.
    pub fn convert(&self, files: &[PathBuf], to: &str) -> PathBuf {
        let out = self.folder.path().join(to);
        // Tables of text are written in UTF-8, between commas and in quotation marks.
        let filter = if to == "csv" { "csv:Text - txt - csv (StarCalc):44,34,76" } else { to };
        let profile =
            format!("-env:UserInstallation=file://{}/profile", self.folder.path().display());
        let run = Command::new("soffice")
            .args(["--headless", &profile, "--convert-to", filter, "--outdir"])
            .arg(&out)
            .args(files)
            .output()
            .expect("LibreOffice is installed (Debian: libreoffice-calc-nogui)");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        for file in files {
            let name = Path::new(file.file_stem().expect("a name")).with_extension(to);
            assert!(
                out.join(&name).is_file(),
                "{} becomes {to}: {}",
                file.display(),
                String::from_utf8_lossy(&run.stdout)
            );
        }
        out
    }

    /// Fills a form in, once for each list of changes, and gives the workbooks back under the name
    /// of the form.
    pub fn fill(&self, form: &Path, fillings: &[(&str, &[&str])]) -> Vec<PathBuf> {
        let flat = self
            .convert(&[form.to_path_buf()], "fods")
            .join(form.file_name().expect("a name"))
            .with_extension("fods");
        let mut filled = Vec::new();
        for (name, changes) in fillings {
            let target = self.folder.path().join(format!("{name}.fods"));
            let script = root().join("tests/office/fill.py");
            let run = Command::new("python3")
                .arg(script)
                .arg(&flat)
                .arg(&target)
                .args(*changes)
                .output()
                .expect("Python runs");
            assert!(run.status.success(), "{name}: {}", String::from_utf8_lossy(&run.stderr));
            filled.push(target);
        }
        let out = self.convert(&filled, "xlsx");
        fillings.iter().map(|(name, _)| out.join(format!("{name}.xlsx"))).collect()
    }
}
