/** An S3 service, whoever runs it, and a place in it. */

/** Who is asked, and as whom: the variables are those that AWS’s own tools read. */
export interface S3Access {
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export interface BucketPlace {
  bucket: string;
  /** Ends on a slash, unless it is empty. */
  prefix: string;
}

/** Only what needs no escaping, and stays what it is wherever it is written. */
const ADDRESS =
  /^s3:\/\/(?<bucket>[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9])(?<folders>(?:\/[A-Za-z0-9!_'()*=,@ -][A-Za-z0-9!_.'()*=,@ -]*)*)\/?$/;

/** `s3://bucket/prefix`; undefined when it is not written like that. */
export function bucketPlace(address: string): BucketPlace | undefined {
  const { bucket, folders = "" } = ADDRESS.exec(address)?.groups ?? {};
  return bucket === undefined ? undefined : { bucket, prefix: folders === "" ? "" : `${folders.slice(1)}/` };
}

/** Reads who is asked; faults are added to the list, and never say what a secret is. */
export function readS3Access(
  read: (name: string) => string | undefined,
  isNeeded: boolean,
  faults: string[],
): S3Access | undefined {
  const [accessKeyId, secretAccessKey] = [read("AWS_ACCESS_KEY_ID"), read("AWS_SECRET_ACCESS_KEY")];
  const region = read("AWS_REGION") ?? "us-east-1";
  const endpoint = read("AWS_ENDPOINT_URL_S3") ?? `https://s3.${region}.amazonaws.com`;
  if (!accessKeyId || !secretAccessKey) {
    if (isNeeded)
      faults.push(
        "s3://…: a bucket needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment; set both, and AWS_ENDPOINT_URL_S3 where it is not Amazon’s S3",
      );
    return undefined;
  }
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) {
    faults.push("AWS_ENDPOINT_URL_S3: is not an address; it looks like https://s3.example.org");
    return undefined;
  }
  return { endpoint: endpoint.replace(/\/+$/, ""), region, accessKeyId, secretAccessKey };
}
