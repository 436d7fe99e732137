/** The part of pino-roll that is used; it brings no types of its own. */
declare module "pino-roll" {
  export default function roll(options: {
    file: string;
    dateFormat: string;
    frequency: "daily";
    size: string;
    limit: { count: number; removeOtherLogFiles: boolean };
    mkdir: boolean;
    sync: boolean;
  }): Promise<{ write(line: string): boolean; end(): void; on(event: "error", told: (error: Error) => void): unknown }>;
}
