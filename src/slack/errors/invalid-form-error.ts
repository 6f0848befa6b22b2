import type { Sentence } from '../../domain/words/words.ts';

/**
 * A form whose reader found problems: a sentence for each, by the id of the input's block. Thrown by
 * a listener, shown under the fields while the form keeps what was typed.
 */
export class InvalidFormError extends Error {
  override name = 'InvalidFormError';
  readonly errors: Readonly<Record<string, Sentence>>;
  constructor(errors: Readonly<Record<string, Sentence>>) {
    super('The form has problems.');
    this.errors = errors;
  }
}
