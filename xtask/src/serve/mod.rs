//! Serves the built page on this machine, as a good web server would: right
//! types, compressed, cached by name. The tests and Lighthouse use it too.

mod reply;
mod site;

use std::net::{Ipv4Addr, TcpListener};

use oxhttp::model::{Body, Method, Request, Response, StatusCode};
use oxhttp::{ListeningServer, Server};

use crate::build;
use crate::command_line::ServeOptions;
use crate::failure::Failure;
use crate::project;
use crate::setup;
use crate::size;
use reply::{Reply, answer};
use site::Site;

/// Builds where asked, then serves until it is stopped.
pub fn run(options: &ServeOptions) -> Result<(), Failure> {
    if options.build {
        let page = if options.rehearse {
            build::rehearsal()
        } else {
            build::plan()
        };
        setup::for_build().then(page).run()?;
        println!("\n{}", size::measure()?);
    }
    let running = start(options)?;
    println!("\nThe page is at {}", running.address);
    println!("Stop it with Ctrl+C.");
    // It ends only with the program.
    running.listening.join().map_err(|error| {
        Failure::new(
            format!("the server has stopped: {error}"),
            "Start it again.",
        )
    })
}

/// A server at work.
pub struct Running {
    /// Where the page is.
    pub address: String,
    listening: ListeningServer,
}

/// Reads the page into memory and begins to serve it, each connection in a
/// thread of its own.
pub fn start(options: &ServeOptions) -> Result<Running, Failure> {
    let page = if options.rehearse {
        project::rehearsal()
    } else {
        project::dist()
    };
    let site = Site::read(&page, &options.base)?;
    let failed = |error: std::io::Error| {
        Failure::new(
            format!("port {} cannot be used: {error}", options.port),
            format!(
                "Stop what uses it, or choose another: `cargo xtask serve --port {}`.",
                options.port.wrapping_add(1)
            ),
        )
    };
    // 0 asks for any that is free.
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))
        .and_then(|listener| listener.local_addr())
        .map_err(failed)?
        .port();
    let listening = Server::new(move |request| respond(&site, request))
        .bind((Ipv4Addr::LOCALHOST, port))
        .spawn()
        .map_err(failed)?;
    Ok(Running {
        address: format!("http://127.0.0.1:{port}{}", options.base),
        listening,
    })
}

fn respond(site: &Site, request: &Request<Body>) -> Response<Body> {
    let accepts = request.headers().get("accept-encoding");
    let accepts = accepts.and_then(|value| value.to_str().ok());
    let is_read = [Method::GET, Method::HEAD].contains(request.method());
    let reply = if is_read {
        let asked = request.uri().path_and_query();
        let asked = asked.map_or("", |asked| asked.as_str());
        answer(site, asked, accepts.unwrap_or_default())
    } else {
        Reply::plain(405, "only GET and HEAD")
    };
    let mut response = Response::builder().status(reply.status);
    for (name, value) in &reply.headers {
        response = response.header(*name, value);
    }
    let is_sent = request.method() != Method::HEAD;
    let body = is_sent
        .then_some(reply.body)
        .map_or(Body::empty(), Body::from);
    // A header that is none would be a mistake of ours.
    response.body(body).unwrap_or_else(|_| {
        let mut broken = Response::new(Body::empty());
        *broken.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        broken
    })
}
