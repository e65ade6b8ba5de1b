//! Writes one file that must not be there yet: whole or not at all, and never over another.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;

use super::error::{WriteError, while_doing};

/// Writes a file unless one stands there already. Returns whether it was written.
///
/// **Errors**: the disk refused. No half file is left then.
pub fn create_atomic(path: &Path, bytes: &[u8]) -> Result<bool, WriteError> {
    match write_beside(path, bytes)?.persist_noclobber(path) {
        Ok(_) => Ok(true),
        Err(fault) if fault.error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(fault) => Err(while_doing("write", path)(fault.error)),
    }
}

/// Writes a file in the place of one that may stand there. Whatever happens, the old file or the
/// new one is there, and it is whole.
///
/// **Errors**: the disk refused.
pub fn replace_atomic(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    write_beside(path, bytes)?
        .persist(path)
        .map(|_| ())
        .map_err(|fault| while_doing("write", path)(fault.error))
}

/// Writes a file under a hidden name into the folder where it will stand.
fn write_beside(path: &Path, bytes: &[u8]) -> Result<tempfile::NamedTempFile, WriteError> {
    let folder =
        path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(while_doing("make", folder))?;
    let mut file = builder().tempfile_in(folder).map_err(while_doing("write into", folder))?;
    file.write_all(bytes)
        .and_then(|()| file.as_file().sync_all())
        .map_err(while_doing("write", path))?;
    Ok(file)
}

/// A hidden name, so that nobody takes the half-written file for content; and the permissions of an
/// ordinary file.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".taizhang-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_never_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("releases/2023-H1.json");
        assert!(create_atomic(&path, b"first").expect("it is written"));
        assert!(!create_atomic(&path, b"second").expect("the disk is fine"));
        assert_eq!(fs::read(&path).expect("it is there"), b"first");
        assert_eq!(fs::read_dir(folder.path().join("releases")).expect("a folder").count(), 1);
    }
}
