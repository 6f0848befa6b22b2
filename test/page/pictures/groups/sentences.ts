import { ACTIONS } from '../../../../src/slack/ids.ts';
import type { Group, Surface } from '../surface.ts';

export const SENTENCES: Group = {
  name: 'sentence',
  of: 'the story',
  begin: (walk) => walk.be(walk.rep),
  surfaces: [
    said('logged', 'Hugo at Brandt: called, no answer, try again Tuesday 10am'),
    said('promise', 'Tom Okafor, Birch: spoke, agreed to send the case study on Thursday 2pm'),
    said('unknown', 'Pia Holm at Elmtree: called, no answer'),
    said('what-happened', 'Hugo Brandt tomorrow at ten'),
    {
      name: 'form',
      show: (walk) => walk.opened(() => walk.press(ACTIONS.sentenceForm, walk.message())),
    },
    {
      name: 'which-one',
      async show(walk) {
        await walk.closeWindows();
        await walk.opened(() => walk.type('/followup add Dana Marsh'));
        await walk.submit();
        return walk.ask('Dana: called, no answer');
      },
    },
    said('nothing-done', 'I will call Hugo Brandt tomorrow'),
    said('nobody', 'good morning'),
  ],
};

function said(name: string, text: string): Surface {
  return {
    name,
    async show(walk) {
      await walk.closeWindows();
      return walk.ask(text);
    },
  };
}
