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
      const fault = faults.find((item) => item.method === method || item.method === '*');
      if (!fault) return null;
      fault.times -= 1;
      if (fault.times <= 0) faults = faults.filter((item) => item !== fault);
      return { ...fault };
    },
  };
}

/** Whether the call has its effect although the caller will not hear of it. */
export function takesEffect(fault: Fault): boolean {
  return fault.kind === 'cut_body' || fault.kind.endsWith('_after');
}
