//! The web servers that deploy/ has configurations for, as Debian packs them.
//! They are unpacked into a folder of the project and not installed, which would
//! start them on the ports of the machine.

use std::fs;
use std::path::{Path, PathBuf};

use super::debian;
use crate::failure::Failure;
use crate::process::{Program, on_path};
use crate::project;

const PACKAGES: [&str; 3] = ["nginx", "libnginx-mod-http-brotli-static", "caddy"];
/// What their tests run beside them, and the package of each.
const HELPERS: [(&str, &str); 2] = [("openssl", "openssl"), ("brotli", "brotli")];
/// What gives them load.
const LOAD: (&str, &str) = ("h2load", "nghttp2-client");

/// Gets them where that is possible; their tests are left out where it is not.
pub fn prepare() -> Result<String, Failure> {
    let helpers = helpers(&HELPERS)?;
    if is_unpacked() && helpers {
        return Ok("already there".into());
    }
    if !debian::can_install() {
        return Ok("not there and not to be had without apt-get and root: \
             the tests of deploy/ are left out"
            .into());
    }
    unpack()?;
    Ok("unpacked from Debian's packages".into())
}

/// The same with what gives them load.
pub fn prepare_load() -> Result<String, Failure> {
    let prepared = prepare()?;
    Ok(if helpers(&[LOAD])? {
        prepared
    } else {
        "h2load is not there: first loads are not measured".into()
    })
}

/// Whether programs are there, after installing what is not.
fn helpers(helpers: &[(&str, &str)]) -> Result<bool, Failure> {
    let missing = helpers
        .iter()
        .filter(|(program, _)| on_path(program).is_none());
    let packages: Vec<&str> = missing.map(|(_, package)| *package).collect();
    if packages.is_empty() {
        return Ok(true);
    }
    if debian::can_install() {
        debian::install(&packages)?;
        return Ok(true);
    }
    Ok(false)
}

/// Where tests/e2e/support/servers.mjs looks for them.
fn folder() -> PathBuf {
    project::tools().join("servers")
}

fn is_unpacked() -> bool {
    let programs = ["usr/sbin/nginx", "usr/bin/caddy"];
    programs.iter().all(|name| folder().join(name).is_file())
}

fn unpack() -> Result<(), Failure> {
    let packed = folder().join("packed");
    fs::create_dir_all(&packed).map_err(|error| Failure::file(&packed, &error))?;
    debian::download(&PACKAGES, &packed)?;
    let failed = |error| Failure::file(&packed, &error);
    for file in fs::read_dir(&packed).map_err(failed)? {
        let file = file.map_err(failed)?.path();
        if file.extension().is_some_and(|kind| kind == "deb") {
            unpack_one(&file)?;
        }
    }
    fs::remove_dir_all(&packed).map_err(failed)
}

fn unpack_one(file: &Path) -> Result<(), Failure> {
    Program::new("dpkg-deb")
        .args(["--extract"])
        .arg_paths(&[file, &folder()])
        .log("unpack", "Delete .tools/servers and run it again.")
}
