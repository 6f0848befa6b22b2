const DEED =
  '(?:call|called|calling|email|emailed|emailing|mail|mailed|text|texted|ring|rung|rang|phone|phoned|speak|spoken|spoke|meet|met|send|sent|message|messaged|ping|pinged|contact|contacted|reach out|gotten to|got to|get to|get round|got round|gotten round|gotten around|follow up|followed up|talk|talked|touch)';

const QUESTION =
  /^ (?:did|do|does|when|who|whom|what|why|how|should|can|could|shall|is|are|was|has|have you|have we|would|where|which|any news) /;
const CONDITION = /^ (?:if|when|once|unless|in case|should have|shouldve) /;
const NOT_DONE = new RegExp(
  ` (?:i |we )?(?:didnt|did not|havent|have not|hasnt|has not|never|not|couldnt|could not|forgot to|failed to|cant|cannot|yet to|no time to|meant to|supposed to) (?:yet |even |actually |manage to |managed to |been able to |had time to |have time to |had a chance to )*${DEED} `,
);
const STOPS =
  / (?:(?:dont|do not|never|never to|not to) (?:call|email|text|contact|message|ring|mail)(?: \S+)? (?:again|anymore|any more|ever)|(?:dont|do not) contact) /;

/** Whether the words ask, wish or deny instead of telling what happened. */
export function tellsNothingDone(text: string, line: string): boolean {
  if (text.includes('?') || QUESTION.test(line) || CONDITION.test(line)) return true;
  return NOT_DONE.test(line) && !STOPS.test(line);
}

/** Whether somebody else's words stand in it: what they tell is not ours to log. */
export function quotesSomebody(text: string): boolean {
  return /^\s*>/.test(text) || /["“”„«»][^"“”„«»]*\s[^"“”„«»]*["“”„«»]/.test(text);
}
