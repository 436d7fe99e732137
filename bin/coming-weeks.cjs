#!/usr/bin/env node
/*
 * The program by its name, written so that an old Node can read it: where the one that runs is too old for the rest, the one that
 * came with the packages takes over, or a sentence says what to do. What runs is the source where that is there, as in a checkout,
 * and else what `npm pack` made of it: Node takes the types out of nothing that stands under node_modules.
 */
"use strict";
var fs = require("fs");
var path = require("path");
var url = require("url");

var SOURCE = path.join(__dirname, "..", "src", "main.ts");
var IS_SOURCE = fs.existsSync(SOURCE);
var MAIN = IS_SOURCE ? SOURCE : path.join(__dirname, "..", "dist", "main.js");

var NEEDED = 24;

if (parseInt(process.versions.node, 10) >= NEEDED) import(url.pathToFileURL(MAIN).href).catch(sayMissing);
else runPackaged();

/** Hands over the streams, the arguments and the signals, and ends as the other ends. */
function runPackaged() {
  var node = packagedNode();
  if (!node) return sayTooOld();
  var child = require("child_process").spawn(node, [MAIN].concat(process.argv.slice(2)), { stdio: "inherit" });
  child.on("error", sayTooOld);
  // Ctrl-C reaches both: what comes of it is for the other to say.
  process.on("SIGINT", function () {});
  ["SIGTERM", "SIGHUP"].forEach(function (signal) {
    process.on(signal, function () {
      child.kill(signal);
    });
  });
  child.on("exit", function (code, signal) {
    if (!signal) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function packagedNode() {
  var name = process.platform === "win32" ? "node.exe" : "node";
  try {
    return require.resolve("node/bin/" + name);
  } catch (_) {
    return undefined;
  }
}

function sayTooOld() {
  say(
    "This is Node " +
      process.versions.node +
      ", and coming-weeks needs " +
      NEEDED +
      " or newer: " +
      (IS_SOURCE ? "run `npm ci` in its folder, which brings one along, or " : "") +
      "install one from https://nodejs.org",
  );
}

function sayMissing(error) {
  if (error.code !== "ERR_MODULE_NOT_FOUND" || !/Cannot find package/.test(error.message)) throw error;
  say(
    "The packages that coming-weeks is made of are not there: " +
      (IS_SOURCE ? "run `npm ci` in its folder first" : "install it anew"),
  );
}

function say(sentence) {
  process.stderr.write(sentence + "\n");
  process.exitCode = 2;
}
