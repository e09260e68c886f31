//! Serves the built page on this machine, as a good web server would: right
//! types, compressed, cached by name. The tests and Lighthouse use it too.

mod reply;
mod site;

use std::io::Cursor;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use crate::build;
use crate::command_line::ServeOptions;
use crate::failure::Failure;
use crate::project;
use crate::setup;
use crate::size;
use reply::{Reply, answer};
use site::Site;

/// A browser opens six connections at once.
const WORKERS: usize = 8;

/// Builds where asked, then serves until it is stopped.
pub fn run(options: &ServeOptions) -> Result<(), Failure> {
    if options.build {
        setup::for_build().then(build::plan()).run()?;
        println!("\n{}", size::measure()?);
    }
    let running = start(options)?;
    println!("\nThe page is at {}", running.address);
    println!("Stop it with Ctrl+C.");
    for worker in running.workers {
        // A worker ends only with the program.
        let _ = worker.join();
    }
    Ok(())
}

/// A server at work.
pub struct Running {
    /// Where the page is.
    pub address: String,
    workers: Vec<JoinHandle<()>>,
}

/// Reads the page into memory and begins to serve it.
pub fn start(options: &ServeOptions) -> Result<Running, Failure> {
    let site = Arc::new(Site::read(&project::dist(), &options.base)?);
    let server = Server::http((Ipv4Addr::LOCALHOST, options.port)).map_err(|error| {
        Failure::new(
            format!("port {} cannot be used: {error}", options.port),
            format!(
                "Stop what uses it, or choose another: `cargo xtask serve --port {}`.",
                options.port.wrapping_add(1)
            ),
        )
    })?;
    let server = Arc::new(server);
    let port = server
        .server_addr()
        .to_ip()
        .map_or(options.port, |address| address.port());
    let workers = (0..WORKERS)
        .map(|_| {
            let (server, site) = (Arc::clone(&server), Arc::clone(&site));
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    respond(&site, request);
                }
            })
        })
        .collect();
    Ok(Running {
        address: format!("http://127.0.0.1:{port}{}", options.base),
        workers,
    })
}

fn respond(site: &Site, request: Request) {
    let accepts = request
        .headers()
        .iter()
        .find(|header| header.field.equiv("Accept-Encoding"))
        .map(|header| header.value.as_str().to_owned())
        .unwrap_or_default();
    let reply = match request.method() {
        Method::Get | Method::Head => answer(site, request.url(), &accepts),
        _ => Reply::plain(405, "only GET and HEAD"),
    };
    let headers = reply
        .headers
        .iter()
        .filter_map(|(name, value)| Header::from_bytes(name.as_bytes(), value.as_bytes()).ok())
        .collect();
    let length = reply.body.len();
    let response = Response::new(
        StatusCode(reply.status),
        headers,
        Cursor::new(reply.body),
        Some(length),
        None,
    );
    // A browser that has gone away needs no answer.
    let _ = request.respond(response);
}
