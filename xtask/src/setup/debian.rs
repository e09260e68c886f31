//! What comes from Debian's own archive: a browser for the tests, and Node.

use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::process::{Program, on_path};

/// The browser, its driver and a font with Chinese characters.
const BROWSER_PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

const MEND_APT: &str =
    "Read what apt-get says above; a stopped one is mended by `dpkg --configure -a`.";

/// The browser: `CHROMIUM`, or the first one on PATH.
pub fn chromium() -> Option<PathBuf> {
    std::env::var_os("CHROMIUM")
        .map(PathBuf::from)
        .or_else(|| on_path("chromium"))
        .or_else(|| on_path("google-chrome"))
}

/// The browser's driver: `CHROMEDRIVER`, or the one on PATH.
pub fn chromedriver() -> Option<PathBuf> {
    std::env::var_os("CHROMEDRIVER")
        .map(PathBuf::from)
        .or_else(|| on_path("chromedriver"))
}

/// Installs the browser where it is missing and that is possible.
pub fn browser() -> Result<String, Failure> {
    let fonts = has_chinese_font();
    if chromium().is_some() && chromedriver().is_some() && fonts {
        return Ok("already there".into());
    }
    if can_install() {
        install(&BROWSER_PACKAGES)?;
        return Ok("installed from Debian".into());
    }
    if chromium().is_some() && chromedriver().is_some() {
        return Ok(
            "there, but no Chinese font: screenshots will show boxes (install fonts-noto-cjk)"
                .into(),
        );
    }
    Err(Failure::new(
        "the tests need Chromium and chromedriver, which are not on PATH",
        "Install them (Debian: `apt-get install chromium chromium-driver fonts-noto-cjk` as root), \
         or name them in the variables CHROMIUM and CHROMEDRIVER.",
    ))
}

/// Whether packages can be installed without asking anyone.
pub fn can_install() -> bool {
    let root = Program::new("id").args(["-u"]).output();
    on_path("apt-get").is_some() && root.is_some_and(|user| user.trim() == "0")
}

/// Installs packages from Debian.
pub fn install(packages: &[&str]) -> Result<(), Failure> {
    update()?;
    apt()
        .args(["-q", "install", "--yes", "--no-install-recommends"])
        .args(packages)
        .log("apt-install", MEND_APT)
}

/// Fetches packages into a folder, without installing them.
pub fn download(packages: &[&str], folder: &Path) -> Result<(), Failure> {
    update()?;
    apt()
        .args(["-q", "download"])
        .args(packages)
        .in_folder(folder)
        .log("apt-download", MEND_APT)
}

/// Old lists name packages that are no longer there.
fn update() -> Result<(), Failure> {
    apt().args(["-q", "update"]).log("apt-update", MEND_APT)
}

fn apt() -> Program {
    Program::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive")
}

fn has_chinese_font() -> bool {
    Path::new("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").is_file()
        || Program::new("fc-list")
            .args([":lang=zh-cn", "family"])
            .output()
            .is_some_and(|fonts| !fonts.trim().is_empty())
}
