/** What Slack says is wrong, and where: the pointer becomes `[json-pointer:/blocks/0/text]`. */
export type Problem = { message: string; pointer: string };
export type Rule = (value: unknown, pointer: string) => Problem[];
export type Fields = Record<string, Rule>;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function problem(message: string, pointer: string): Problem[] {
  return [{ message, pointer }];
}

/** Text with a number of UTF-16 units between the bounds. */
export function string(max: number, min = 0): Rule {
  return (value, pointer) => {
    if (typeof value !== 'string') return problem('must be a string', pointer);
    if (value.length > max) return problem(`must be less than ${max + 1} characters`, pointer);
    if (value.length < min) return problem(`must be more than ${min - 1} characters`, pointer);
    return [];
  };
}

export function pattern(expression: RegExp, message: string): Rule {
  return (value, pointer) =>
    typeof value === 'string' && expression.test(value) ? [] : problem(message, pointer);
}

export function number(min: number, max: number): Rule {
  return (value, pointer) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      return problem('must be a number', pointer);
    }
    return value < min || value > max ? problem(`must be from ${min} to ${max}`, pointer) : [];
  };
}

export const flag: Rule = (value, pointer) =>
  typeof value === 'boolean' ? [] : problem('must be a boolean', pointer);

export const anything: Rule = () => [];

export function among(...allowed: string[]): Rule {
  return (value, pointer) =>
    typeof value === 'string' && allowed.includes(value)
      ? []
      : problem(`must be one of: ${allowed.join(', ')}`, pointer);
}

export function list(rule: Rule, { min = 0, max }: { min?: number; max: number }): Rule {
  return (value, pointer) => {
    if (!Array.isArray(value)) return problem('must be an array', pointer);
    if (value.length < min) return problem(`no fewer than ${min} items allowed`, pointer);
    if (value.length > max) return problem(`no more than ${max} items allowed`, pointer);
    return value.flatMap((item, index) => rule(item, `${pointer}/${index}`));
  };
}

/** An object with exactly these fields, its `type` aside; a field of null or undefined counts as absent. */
export function fields(required: Fields, optional: Fields = {}): Rule {
  return (value, pointer) => {
    if (!isRecord(value)) return problem('must be an object', pointer);
    const problems: Problem[] = [];
    for (const name of Object.keys(required)) {
      if (isAbsent(value[name]))
        problems.push(...problem(`missing required field: ${name}`, pointer));
    }
    for (const [name, item] of Object.entries(value)) {
      const rule = ownRule(required, name) ?? ownRule(optional, name);
      if (name === 'type' || isAbsent(item)) continue;
      if (rule) problems.push(...rule(item, `${pointer}/${name}`));
      else problems.push(...problem(`invalid additional property: ${name}`, pointer));
    }
    return problems;
  };
}

/** Chooses the rule by the object's `type`. */
export function byType(rules: Record<string, Rule>): Rule {
  return (value, pointer) => {
    if (!isRecord(value)) return problem('must be an object', pointer);
    const type = value.type;
    if (typeof type !== 'string') return problem('missing required field: type', pointer);
    const rule = Object.hasOwn(rules, type) ? rules[type] : undefined;
    return rule ? rule(value, pointer) : problem(`unsupported type: ${type}`, `${pointer}/type`);
  };
}

export function both(...rules: Rule[]): Rule {
  return (value, pointer) => {
    for (const rule of rules) {
      const problems = rule(value, pointer);
      if (problems.length > 0) return problems;
    }
    return [];
  };
}

/** Exactly one of the named fields is there. */
export function oneOf(...names: string[]): Rule {
  return (value, pointer) => {
    const found = isRecord(value) ? names.filter((name) => !isAbsent(value[name])) : [];
    return found.length === 1
      ? []
      : problem(`must have exactly one of: ${names.join(', ')}`, pointer);
  };
}

export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function ownRule(rules: Fields, name: string): Rule | undefined {
  return Object.hasOwn(rules, name) ? rules[name] : undefined;
}
