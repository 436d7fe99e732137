/** The steps by which a watch is added or removed, as buttons and forms name them. */

const STEPS = ["add", "said", "proposed", "write", "leave", "remove"] as const;

export interface Step {
  step: (typeof STEPS)[number];
  /** The proposal that it is about, or the mark of a watch. */
  key: string;
}

export function stepId(step: Step["step"], key = ""): string {
  return `watch:${step}:${key}`;
}

/** What a button or a form stands for. */
export function stepNamed(customId: string): Step | undefined {
  const [, step, key = ""] = /^watch:([a-z]{1,10}):([0-9a-f]{0,16})$/.exec(customId) ?? [];
  const found = STEPS.find((one) => one === step);
  return found && { step: found, key };
}
