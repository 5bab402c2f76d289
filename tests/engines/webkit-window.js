#!/usr/bin/env -S gjs -m
// A window of WebKit that WebDriver drives. Debian's own, MiniBrowser, forgets everything when it is driven; this one keeps what its pages
// keep, in the folder that is its first argument, so that a browser can be ended and started again. Its second is a script for all pages.

import Gio from "gi://Gio";
import GLib from "gi://GLib";
import Gtk from "gi://Gtk?version=3.0";
import WebKit from "gi://WebKit2?version=4.1";
import system from "system";

Gtk.init(null);
const [folder, script] = system.programArgs;
const data = new WebKit.WebsiteDataManager({ base_data_directory: `${folder}/data`, base_cache_directory: `${folder}/cache` });
const context = new WebKit.WebContext({ website_data_manager: data });
const content = new WebKit.UserContentManager();
const [, text] = GLib.file_get_contents(script);
const { ALL_FRAMES } = WebKit.UserContentInjectedFrames;
content.add_script(new WebKit.UserScript(new TextDecoder().decode(text), ALL_FRAMES, WebKit.UserScriptInjectionTime.START, null, null));

/** A view in a window of its own. */
function open() {
  const view = new WebKit.WebView({ web_context: context, user_content_manager: content, is_controlled_by_automation: true });
  const window = new Gtk.Window({ default_width: 900, default_height: 1000 });
  window.add(view);
  view.connect("close", () => window.destroy());
  window.show_all();
  return view;
}

context.connect("download-started", (_, download) => {
  download.connect("decide-destination", (_, name) => {
    download.set_destination(Gio.File.new_for_path(`${folder}/downloads/${name}`).get_uri());
    return true;
  });
});
context.connect("automation-started", (_, session) => {
  const about = new WebKit.ApplicationInfo();
  about.set_name("taumahi-window");
  about.set_version(1, 0, 0);
  session.set_application_info(about);
  session.connect("create-web-view", open);
});
context.set_automation_allowed(true);
Gtk.main();
