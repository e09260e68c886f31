//! The tools that come from the crate registry, each in one exact version.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::process::{Program, on_path};
use crate::project;

/// Trunk builds the page.
pub static TRUNK: Tool = Tool {
    package: "trunk",
    program: "trunk",
    version: Version::Exact("0.21.14"),
    // Without asking the registry at every start whether there is a newer one.
    options: &["--locked", "--no-default-features", "--features", "rustls"],
    minutes: 4,
};

/// wasm-bindgen writes the page's glue, and refuses any version but the crate's own.
pub static WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: Version::OfCrate("wasm-bindgen"),
    // Not --locked: its own lock file names a crate that registries no longer offer.
    options: &[],
    minutes: 2,
};

/// cargo-deny checks licences, bans and sources.
pub static CARGO_DENY: Tool = Tool {
    package: "cargo-deny",
    program: "cargo-deny",
    version: Version::Exact("0.20.2"),
    options: &["--locked"],
    minutes: 2,
};

/// Optimizing a tool that runs for seconds costs minutes, so it is built plainly.
const QUICK_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

enum Version {
    Exact(&'static str),
    /// The version of a crate in Cargo.lock.
    OfCrate(&'static str),
}

/// A tool that cargo can install.
pub struct Tool {
    package: &'static str,
    program: &'static str,
    version: Version,
    options: &'static [&'static str],
    minutes: u8,
}

impl Tool {
    /// What its step is called.
    pub fn title(&self) -> String {
        let version = self.version().unwrap_or_default();
        if self.find().is_some() {
            format!("{} {version}", self.program)
        } else {
            format!(
                "{} {version}: compiling it (about {} min, once)",
                self.program, self.minutes
            )
        }
    }

    /// Installs it where it is missing.
    pub fn prepare(&self) -> Result<String, Failure> {
        if let Some(found) = self.find() {
            return Ok(format!("found {}", found.display()));
        }
        let version = self.version()?;
        let next = format!(
            "Check the network and the disk, then run it again: it goes on where it stopped. Or put {} {version} on PATH.",
            self.program
        );
        let mut install = Program::cargo()
            .args(["install", self.package, "--version", &version, "--root"])
            .args([project::tools()])
            .args(self.options);
        for (name, value) in QUICK_PROFILE {
            install = install.env(name, value);
        }
        let scratch = project::tools().join("build");
        install
            .env("CARGO_TARGET_DIR", &scratch)
            .log(self.package, &next)?;
        // What was compiled stays only as long as an install may have to go on.
        fs::remove_dir_all(&scratch).ok();
        Ok("installed".into())
    }

    /// The tool in the right version: from the tools folder or on PATH.
    pub fn find(&self) -> Option<PathBuf> {
        let version = self.version().ok()?;
        let own = project::tools().join("bin").join(self.program);
        [Some(own), on_path(self.program)]
            .into_iter()
            .flatten()
            .find(|file| is_version(file, &version))
    }

    /// The tool that the set-up has made sure of.
    pub fn found(&self) -> Result<PathBuf, Failure> {
        self.find().ok_or_else(|| {
            Failure::new(
                format!("{} is missing", self.program),
                "Run `cargo xtask build`, which installs it.",
            )
        })
    }

    fn version(&self) -> Result<String, Failure> {
        match self.version {
            Version::Exact(version) => Ok(version.into()),
            Version::OfCrate(name) => locked_version(name),
        }
    }
}

fn is_version(program: &Path, version: &str) -> bool {
    Program::new(program)
        .args(["--version"])
        .output()
        .is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

fn locked_version(name: &str) -> Result<String, Failure> {
    let path = project::path("Cargo.lock");
    let text = fs::read_to_string(&path).map_err(|error| Failure::file(&path, &error))?;
    version_in_lock(&text, name).ok_or_else(|| {
        Failure::new(
            format!("Cargo.lock names no {name}"),
            "Run `cargo tree` once: it completes Cargo.lock.",
        )
    })
}

fn version_in_lock(lock: &str, name: &str) -> Option<String> {
    let lock: toml::Table = lock.parse().ok()?;
    let package = lock
        .get("package")?
        .as_array()?
        .iter()
        .find(|package| package.get("name").and_then(toml::Value::as_str) == Some(name))?;
    Some(package.get("version")?.as_str()?.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_names_the_version() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"b\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(lock, "b").as_deref(), Some("0.2.130"));
        assert_eq!(version_in_lock(lock, "c"), None);
    }
}
