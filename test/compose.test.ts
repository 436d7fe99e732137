/** The two compose files: well-formed, shut to everybody else, and as the image and the settings have it. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

/** Of the Compose Specification, what these files use: a word that is none of it is a mistake. */
const PROBE = z.strictObject({
  test: z.array(z.string()).optional(),
  interval: z.string().optional(),
  timeout: z.string().optional(),
  retries: z.int().optional(),
  start_period: z.string().optional(),
  start_interval: z.string().optional(),
});
const SERVICE = z.strictObject({
  image: z.string(),
  build: z.string().optional(),
  command: z.string().optional(),
  entrypoint: z.array(z.string()).optional(),
  env_file: z.array(z.strictObject({ path: z.string(), required: z.boolean() })).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  secrets: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal("service_healthy") })).optional(),
  deploy: z.strictObject({ replicas: z.int() }).optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  mem_limit: z.string().optional(),
  shm_size: z.string().optional(),
  pids_limit: z.int().optional(),
  restart: z.literal("unless-stopped"),
  stop_grace_period: z.string().optional(),
  logging: z.strictObject({ driver: z.literal("local") }).optional(),
  healthcheck: PROBE.optional(),
});
const COMPOSE = z.looseObject({
  name: z.string(),
  services: z.record(z.string(), SERVICE),
  volumes: z.record(z.string(), z.strictObject({ name: z.string().optional() })),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })).optional(),
});

const composed = (name: string) => COMPOSE.parse(parse(read(name), { merge: true }));

describe.each(["compose.yaml", "compose.scale.yaml"])("%s", (name) => {
  it("names no volume, secret or service that it does not have", () => {
    const { services, volumes, secrets = {} } = composed(name);
    for (const service of Object.values(services)) {
      for (const volume of service.volumes ?? [])
        if (!volume.startsWith(".")) expect(Object.keys(volumes)).toContain(volume.split(":")[0]);
      for (const secret of service.secrets ?? []) expect(Object.keys(secrets)).toContain(secret);
      for (const other of Object.keys(service.depends_on ?? {})) expect(Object.keys(services)).toContain(other);
    }
  });

  it("gives the bot a root that is read-only, no rights, and the memory that the image is made for", () => {
    const bots = Object.values(composed(name).services).filter(({ image }) => image === "coming-weeks");
    expect(bots.length).toBeGreaterThan(0);
    for (const bot of bots)
      expect(bot).toMatchObject({
        read_only: true,
        cap_drop: ["ALL"],
        security_opt: ["no-new-privileges:true"],
        mem_limit: "256m",
        pids_limit: 100,
        healthcheck: { interval: "30s" },
      });
  });
});

describe("compose.yaml", () => {
  it("is one container with one volume, whose page is on this machine alone, behind a password that somebody chose", () => {
    const { services, volumes } = composed("compose.yaml");
    expect([Object.keys(services), Object.keys(volumes)]).toEqual([["coming-weeks"], ["data"]]);
    const { environment, ports, volumes: mounted = [] } = services["coming-weeks"] ?? {};
    expect(environment?.WEB_PASSWORD).toMatch(/^\$\{WEB_PASSWORD:\?.+\}$/);
    expect(ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
    expect(mounted).toContain("data:/data");
  });

  it("leaves out of the image's context what only this machine has", () => {
    expect(read(".dockerignore").split("\n")[0]).toBe("*");
    expect(read(".gitignore").split("\n")).toContain(".env");
  });
});
