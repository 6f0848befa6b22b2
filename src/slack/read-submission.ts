import { InvalidError } from '../domain/errors.ts';
import { InvalidFormError } from './errors/invalid-form-error.ts';
import type { FormResult } from './views/form-state.ts';

/** What a form carried along, as its reader found it; one of an older version is told to be so. */
export function mustHaveMeta<M>(meta: M | null): M {
  if (meta === null) throw new InvalidError(({ faults }) => faults.formTooOld);
  return meta;
}

/** What a form holds, as its reader found it; what is wrong is told at its fields. */
export function mustBeRight<V>(form: FormResult<V>): V {
  if (!form.ok) throw new InvalidFormError(form.problems);
  return form.value;
}
