import type { Fault } from './contract.ts';

export type Faults = {
  add(fault: Fault): void;
  clear(): void;
  list(): Fault[];
  /** The fault this call meets, counted down; null when Slack works. */
  take(method: string): Fault | null;
};

export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    add: (fault) => {
      faults.push({ ...fault });
    },
    clear: () => {
      faults = [];
    },
    list: () => faults.map((fault) => ({ ...fault })),
    take(method) {
      const mayMeet = faults.filter((item) => item.method === method || item.method === '*');
      const fault = draw(mayMeet);
      if (!fault) return null;
      fault.times -= 1;
      if (fault.times <= 0) faults = faults.filter((item) => item !== fault);
      return { ...fault };
    },
  };
}

/** The first fault that strikes; what several have of the calls is added up, so shares stay what they say. */
function draw(faults: readonly Fault[]): Fault | undefined {
  let chance = Math.random();
  return faults.find(({ share = 1 }) => {
    chance -= share;
    return chance < 0;
  });
}

/** Whether the call has its effect although the caller will not hear of it. */
export function takesEffect(fault: Fault): boolean {
  return fault.kind === 'cut_body' || fault.kind.endsWith('_after');
}
