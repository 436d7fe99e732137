/** A password goes over TLS alone, to the server that is meant. */
import { describe, expect, it, onTestFinished } from "vitest";
import { connect } from "../../../src/fetch/mail/connection.ts";
import { sayMailFailure } from "../../../src/fetch/mail/mail-failure.ts";
import { certificate } from "../../stand-ins/mail/certificate.ts";
import { startHostileImap } from "../../stand-ins/mail/hostile-imap.ts";
import { PASSWORD, startImap, USER } from "../../stand-ins/mail/imap.ts";

const HOST = "imap.example.org";

/** Connects to a name of the Internet that leads to this machine, as the address guard has looked it up. */
async function connecting(scheme: "imap" | "imaps", port: number) {
  const url = new URL(`${scheme}://${HOST}:${port}/INBOX`);
  const way = { url, host: "127.0.0.1", user: USER, password: PASSWORD, settings: { time_to_headers: 2000 } };
  try {
    const connection = await connect(way, AbortSignal.timeout(5000));
    onTestFinished(() => connection.close());
    return connection.client.secureConnection ? "over TLS" : "in the open";
  } catch (error) {
    return sayMailFailure(error, "SOURCE_MAIL", false, false)[1];
  }
}

describe("a mailbox of another machine’s", () => {
  it.each([
    ["tls", "imaps"],
    ["starttls", "imap"],
  ] as const)("is opened over TLS (%s), by the name that its certificate has", async (way, scheme) => {
    const { port } = await startImap({ way, credentials: await certificate(HOST, true) });
    expect(await connecting(scheme, port)).toBe("over TLS");
  });

  it.each([
    ["that nobody vouches for", HOST, false, /^could not be reached \(DEPTH_ZERO_SELF_SIGNED_CERT\)$/],
    ["of another name", "imap.elsewhere.example.org", true, /^could not be reached \(ERR_TLS_CERT_ALTNAME_INVALID\)$/],
  ] as const)("is not opened with a certificate %s", async (_, host, isBelieved, says) => {
    for (const [way, scheme] of [
      ["tls", "imaps"],
      ["starttls", "imap"],
    ] as const) {
      const { port, told } = await startImap({ way, credentials: await certificate(host, isBelieved) });
      expect(await connecting(scheme, port)).toMatch(says);
      expect(told.join(" ")).not.toMatch(/LOGIN|AUTH/);
    }
  });

  it.each([
    ["does not offer TLS", {}, "offers no TLS there, without which no password is sent; see that its address is right"],
    ["greets as if one were known already", { greeting: "* PREAUTH welcome\r\n" }, "offers no TLS there"],
    [
      "offers it, and refuses it",
      { CAPABILITY: "* CAPABILITY IMAP4rev1 STARTTLS\r\n% OK\r\n", STARTTLS: "% NO not today\r\n" },
      "offers no TLS there",
    ],
    [
      "slips something in before it",
      { CAPABILITY: "* CAPABILITY IMAP4rev1 STARTTLS\r\n% OK\r\n", STARTTLS: "% OK\r\n* CAPABILITY IMAP4rev1\r\n" },
      "could not be reached (STARTTLS_INJECTION)",
    ],
  ])("is not told the password when it %s", async (_, script, says) => {
    const { port, told } = await startHostileImap(script);
    expect(await connecting("imap", port)).toContain(says);
    expect(told()).not.toContain(PASSWORD);
    expect(told()).not.toMatch(/LOGIN|AUTHENTICATE/);
  });

  it("is not told the password when it speaks no TLS where it should", async () => {
    const { port, told } = await startHostileImap({});
    expect(await connecting("imaps", port)).toMatch(/^could not be reached \((?:ERR_SSL_\w+|EPROTO)\)$/);
    expect(told()).not.toContain(PASSWORD);
  });
});
