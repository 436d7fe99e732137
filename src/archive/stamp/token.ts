/**
 * Time stamps (RFC 3161): asked for, and checked. A token says that an authority saw a digest at an instant; it carries the authority's
 * certificate, by whose key it is signed. pkijs takes apart, verifies signatures and builds the way to a root; what the RFC asks for
 * besides, of the certificate and of the signed attributes, is checked here.
 */
import { createHash, X509Certificate } from "node:crypto";
import { Integer, OctetString, type Sequence } from "asn1js";
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  ExtKeyUsage,
  MessageImprint,
  SignedData,
  type SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from "pkijs";
import { beginningOf } from "../../config/redaction.ts";
import { type Stamp, StampError } from "./stamp.ts";

const SHA256 = "2.16.840.1.101.3.4.2.1";
const SIGNED_DATA = "1.2.840.113549.1.7.2";
const TST_INFO = "1.2.840.113549.1.9.16.1.4";
const CONTENT_TYPE = "1.2.840.113549.1.9.3";
/** RFC 5035: which certificate signed, by its SHA-1, or by a better digest. */
const SIGNING_CERTIFICATE = { "1.2.840.113549.1.9.16.2.12": "sha1", "1.2.840.113549.1.9.16.2.47": "sha256" } as const;
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const EXTENDED_KEY_USAGE = "2.5.29.37";

/** Of answers, and of tokens in a journal: many times what any authority sends, with all its certificates. */
export const MAX_TOKEN = 256 * 1024;

/** A request for a digest: SHA-256 of what is stamped, and nothing else of it. @param nonce that the answer must repeat */
export function stampRequest(text: string, nonce: Buffer): Buffer {
  const messageImprint = new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
    hashedMessage: new OctetString({ valueHex: digestOf(text) }),
  });
  const request = new TimeStampReq({
    version: 1,
    messageImprint,
    certReq: true,
    nonce: new Integer({ valueHex: nonce }),
  });
  return Buffer.from(request.toSchema().toBER());
}

/** The token in an authority's answer. @throws {StampError} when it refused, or this is no answer */
export function tokenIn(answer: Buffer): Buffer {
  const { status, timeStampToken } = parsed(() => TimeStampResp.fromBER(answer), "answered what is no time stamp");
  // RFC 3161 §2.4.2: granted, or granted with modifications.
  if (status.status !== 0 && status.status !== 1) {
    const said = (status.statusStrings ?? []).map(({ valueBlock }) => valueBlock.value).join(" ");
    const why = beginningOf(said, 200);
    throw new StampError(`refused (status ${status.status}${why ? `: ${why}` : ""})`);
  }
  if (!timeStampToken) throw new StampError("answered without a time stamp");
  return Buffer.from(timeStampToken.toSchema().toBER());
}

/**
 * What a token says of a text, once all of it was checked.
 * @param roots certificates as PEM, of which one must stand behind the authority's; where there are none, its own word is all there is
 * @throws {StampError} when it is of another text, is not signed by the certificate in it, or that may not stamp
 */
export async function readStamp(token: Buffer, text: string, roots: readonly string[] = []): Promise<Stamp> {
  if (token.length > MAX_TOKEN) throw new StampError("is larger than any time stamp");
  const signed = parsed(() => {
    const { contentType, content } = ContentInfo.fromBER(token);
    if (contentType !== SIGNED_DATA) throw new Error("other content");
    return new SignedData({ schema: content });
  }, "is no time stamp");
  const { eContent, eContentType } = signed.encapContentInfo;
  const [signer, ...others] = signed.signerInfos;
  if (eContentType !== TST_INFO || !eContent || !signer || others.length > 0) throw new StampError("is no time stamp");
  const stamped = parsed(() => TSTInfo.fromBER(eContent.getValue()), "is no time stamp");
  const { hashAlgorithm, hashedMessage } = stamped.messageImprint;
  if (
    hashAlgorithm.algorithmId !== SHA256 ||
    !digestOf(text).equals(Buffer.from(hashedMessage.valueBlock.valueHexView))
  )
    throw new StampError("is of something else");
  const certificate = await signerOf(signed, text, roots);
  checkSigner(certificate, signer, stamped.genTime);
  return {
    at: stamped.genTime.toISOString(),
    authority: certificate.subject.replaceAll("\n", ", "),
    nonce: stamped.nonce && hexOf(Buffer.from(stamped.nonce.valueBlock.valueHexView)),
  };
}

/** What pkijs means by some of its codes. */
const UNVERIFIED: Readonly<Record<number, string>> = {
  2: "lacks the certificate of whoever signed it",
  3: "lacks the certificate of whoever signed it",
  5: "is signed by nobody whom the root in the settings vouches for",
};

/** The certificate of whoever signed it, whose signature holds. */
async function signerOf(signed: SignedData, text: string, roots: readonly string[]): Promise<X509Certificate> {
  const trustedCerts = roots.map((pem) => Certificate.fromBER(new X509Certificate(pem).raw));
  const checked = await signed
    .verify({
      ...{ signer: 0, data: Uint8Array.from(Buffer.from(text)).buffer, extendedMode: true },
      ...(roots.length > 0 ? { checkChain: true, trustedCerts } : {}),
    })
    .catch(({ code }: { code?: number }) => {
      throw new StampError(UNVERIFIED[code ?? 0] ?? "has a signature that does not hold");
    });
  if (checked.signatureVerified !== true || !checked.signerCertificate)
    throw new StampError("has a signature that does not hold");
  return new X509Certificate(Buffer.from(checked.signerCertificate.toSchema().toBER()));
}

/** RFC 3161 §2.3, §2.4.2: it is for stamping alone, was valid then, and is the one that the signature names. */
function checkSigner(certificate: X509Certificate, signer: SignerInfo, at: Date): void {
  const usage = Certificate.fromBER(certificate.raw).extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  const purposes = usage?.parsedValue instanceof ExtKeyUsage ? usage.parsedValue.keyPurposes : [];
  if (!usage?.critical || purposes.length !== 1 || purposes[0] !== TIME_STAMPING)
    throw new StampError("is signed with a certificate that is not for time stamps");
  if (at < new Date(certificate.validFrom) || at > new Date(certificate.validTo))
    throw new StampError("is of a time at which its certificate was not valid");
  const attributes = signer.signedAttrs?.attributes ?? [];
  const isOfKind = attributes.some(
    ({ type, values }) => type === CONTENT_TYPE && values[0]?.valueBlock.toString() === TST_INFO,
  );
  const names = attributes.flatMap(({ type, values }) => {
    const algorithm = Object.hasOwn(SIGNING_CERTIFICATE, type)
      ? SIGNING_CERTIFICATE[type as keyof typeof SIGNING_CERTIFICATE]
      : undefined;
    return algorithm ? [{ algorithm, der: hexOf(Buffer.from((values[0] as Sequence).toBER())) }] : [];
  });
  const isNamed = names.some(({ algorithm, der }) =>
    der.includes(createHash(algorithm).update(certificate.raw).digest("hex")),
  );
  if (!isOfKind || !isNamed) throw new StampError("does not say in what is signed whose certificate it is");
}

function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** A number without the zeros that an encoding may begin with. */
export function hexOf(bytes: Buffer): string {
  return bytes.toString("hex").replace(/^(?:00)+/, "");
}

function parsed<T>(read: () => T, else_: string): T {
  try {
    return read();
  } catch {
    throw new StampError(else_);
  }
}
