/**
 * Walls in front of a site, as their makers document them: what a robot is answered in place of a page. Most let robots.txt through, and so
 * do these. Cloudflare: developers.cloudflare.com, "Detecting a challenge page response" and "Error 1020"; AWS WAF: docs.aws.amazon.com, "CAPTCHA
 * and Challenge actions"; Akamai: the reference of its edge's refusals; Anubis: github.com/TecharoHQ/anubis, its challenge page.
 */
import type { Page, Pages } from "./origin.ts";

export interface Wall {
  /** Whose it is, as the bot is to name it; undefined where nothing tells. */
  vendor: string | undefined;
  answer: Page;
  /** What it calls the refusal, and the address that it says it was asked from. */
  reference?: string;
  visitor?: string;
}

const html = (title: string, body: string, head = "") =>
  `<!DOCTYPE html><html lang="en-US"><head><title>${title}</title><meta name="robots" content="noindex,nofollow">${head}</head><body>${body}</body></html>`;
const HTML = { "content-type": "text/html; charset=UTF-8" };
const RAY = "8c1f5a0b7d3e2f10-ZRH";
const AMAZON = "Xk3vT1p0mQ==";

export const WALLS = {
  "Cloudflare, a challenge": {
    vendor: "Cloudflare",
    reference: `cf-ray ${RAY}`,
    answer: {
      status: 403,
      headers: { ...HTML, server: "cloudflare", "cf-mitigated": "challenge", "cf-ray": RAY },
      body: html(
        "Just a moment...",
        '<div class="main-wrapper" role="main"><noscript><div class="h2"><span id="challenge-error-text">Enable JavaScript and cookies to continue</span></div></noscript></div><script>(function(){window._cf_chl_opt={cvId:"3",cZone:"www.example.org",cType:"managed"};var a=document.createElement("script");a.src="/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1?ray=8c1f5a0b7d3e2f10";})();</script>',
      ),
    },
  },
  "Cloudflare, a challenge that calls itself good": {
    vendor: "Cloudflare",
    answer: {
      status: 200,
      headers: { ...HTML, server: "cloudflare", "cf-mitigated": "challenge", "cf-ray": RAY },
      body: html("Just a moment...", "<script>window._cf_chl_opt={}</script>"),
    },
  },
  "Cloudflare, a block": {
    vendor: "Cloudflare",
    reference: `cf-ray ${RAY}`,
    visitor: "203.0.113.7",
    answer: {
      status: 403,
      headers: { ...HTML, server: "cloudflare", "cf-ray": RAY },
      body: html(
        "Attention Required! | Cloudflare",
        '<h1>Sorry, you have been blocked</h1><h2>You are unable to access example.org</h2><p>This website is using a security service to protect itself from online attacks.</p><div class="cf-error-footer"><p><span>Cloudflare Ray ID: <strong>8c1f5a0b7d3e2f10</strong></span><span id="cf-footer-item-ip" class="cf-footer-item hidden">Your IP: <button type="button" id="cf-footer-ip-reveal">Click to reveal</button><span class="hidden" id="cf-footer-ip">203.0.113.7</span></span></p></div>',
      ),
    },
  },
  "AWS WAF, a challenge": {
    vendor: "AWS WAF",
    answer: { status: 202, headers: { server: "CloudFront", "x-amzn-waf-action": "challenge" }, body: "" },
  },
  "AWS WAF, a challenge with a page": {
    vendor: "AWS WAF",
    reference: `x-amz-cf-id ${AMAZON}`,
    answer: {
      status: 202,
      headers: { ...HTML, server: "CloudFront", "x-amzn-waf-action": "challenge", "x-amz-cf-id": AMAZON },
      body: html(
        "",
        '<div id="challenge-container"></div><script>AwsWafIntegration.saveReferrer();AwsWafIntegration.getToken()</script><noscript><h1>JavaScript is disabled</h1>In order to continue, we need to verify that you\'re not a robot. This requires JavaScript.</noscript>',
        '<script>window.gokuProps={"key":"AQ","iv":"A6","context":"x"}</script>',
      ),
    },
  },
  "AWS WAF, a CAPTCHA": {
    vendor: "AWS WAF",
    answer: {
      status: 405,
      headers: { ...HTML, "x-amzn-waf-action": "captcha" },
      body: html("Human Verification", '<div id="captcha-container"></div><script>window.gokuProps={}</script>'),
    },
  },
  "Akamai, a refusal": {
    vendor: "Akamai",
    reference: "Reference 18.2d351ab8.1557333295.a4e16ab",
    answer: {
      status: 403,
      headers: { "content-type": "text/html", server: "AkamaiGHost" },
      body: '<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\n \nYou don\'t have permission to access "http&#58;&#47;&#47;www&#46;example&#46;org&#47;" on this server.<P>\nReference&#32;&#35;18&#46;2d351ab8&#46;1557333295&#46;a4e16ab\n<P>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18&#46;2d351ab8</P>\n</BODY>\n</HTML>',
    },
  },
  "Akamai, a challenge": {
    vendor: "Akamai",
    answer: {
      status: 428,
      headers: { ...HTML, server: "AkamaiGHost" },
      body: html(
        "",
        '<div id="sec-if-cpt-container"></div><script src="/_sec/cp_challenge/ak-challenge-4-3.js"></script>',
      ),
    },
  },
  "Anubis, a challenge": {
    vendor: "Anubis",
    answer: {
      status: 200,
      headers: HTML,
      body: html(
        "Making sure you&#39;re not a bot!",
        '<main><h1 id="title" class="centered-div">Making sure you&#39;re not a bot!</h1><div class="centered-div"><img id="image" src="/.within.website/x/cmd/anubis/static/img/pensive.webp?cacheBuster=v1.21"><p id="status">Loading...</p><details><summary>Why am I seeing this?</summary><p>You are seeing this because the administrator of this website has set up Anubis to protect the server against the scourge of AI companies aggressively scraping websites.</p></details></div></main><script id="anubis_challenge" type="application/json">{"rules":{"algorithm":"fast","difficulty":4},"challenge":"5b3d"}</script>',
      ),
    },
  },
  Imperva: {
    vendor: "Imperva",
    reference: "Incident ID 485001360032-2391487",
    answer: {
      status: 403,
      headers: { ...HTML, "x-iinfo": "8-12345-12346 NNNN", "x-cdn": "Imperva" },
      body: html(
        "",
        '<iframe id="main-iframe" src="/_Incapsula_Resource?CWUDNSAI=23&xinfo=8-12345-0">Request unsuccessful. Incapsula incident ID: 485001360032-2391487</iframe>',
      ),
    },
  },
  F5: {
    vendor: "F5",
    reference: "Support ID 13284732909823409823",
    answer: {
      status: 200,
      headers: { "content-type": "text/html; charset=utf-8" },
      body: "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 13284732909823409823<br><br><a href='javascript:history.back();'>[Go Back]</a></body></html>",
    },
  },
  DataDome: {
    vendor: "DataDome",
    answer: {
      status: 403,
      headers: { ...HTML, "x-datadome": "protected", "x-dd-b": "1" },
      body: html(
        "example.org",
        "<p id=\"cmsg\">Please enable JS and disable any ad blocker</p><script>var dd={'rt':'c','cid':'AHrl','host':'geo.captcha-delivery.com'}</script><script src=\"https://ct.captcha-delivery.com/c.js\"></script>",
      ),
    },
  },
  "nobody that it names": {
    vendor: undefined,
    answer: { status: 403, headers: HTML, body: html("403 Forbidden", "<h1>Forbidden</h1>") },
  },
} as const satisfies Record<string, Wall>;

/** A site behind a wall that lets robots.txt through. */
export function behind(
  wall: Wall,
  robots: Page | string = { headers: { "content-type": "text/plain" }, body: "User-agent: *\nAllow: /" },
): Pages {
  return { "/robots.txt": robots, "*": wall.answer };
}
