import type {
  ActionInput,
  Block,
  Control,
  ControlAnswer,
  LocalSlack,
  Message,
  Person,
  Surface,
} from '../../src/sandbox/contract.ts';
import { type Entries, fieldsOf, fillForm, findField, inputOf } from './fill-form.ts';
import { choicesOf, type Element, elementsOf, labelOf, linesOf, shown, textOf } from './screen.ts';

type Found = { on: Surface; block: Block; element: Element };

/** Somebody in front of Slack: what they do with their hands and read with their eyes. */
export class Colleague {
  readonly id: string;
  readonly name: string;
  readonly dm: string;
  readonly #control: Control;
  readonly #settled: () => Promise<unknown>;

  /** `settled` waits until the app has done what it began: it may answer first and work on. */
  constructor(slack: LocalSlack, { id, realName }: Person, settled: () => Promise<unknown>) {
    this.id = id;
    this.name = realName;
    this.dm = slack.directory.dmOf(id).id;
    this.#control = slack.control;
    this.#settled = settled;
  }

  async types(text: string, channelId = this.dm): Promise<void> {
    await this.#done(this.#control.type({ as: this.id, channelId, text }));
  }

  /** Messages of a conversation as this person reads them, oldest first; their own left out. */
  async sees(channelId = this.dm): Promise<string[]> {
    return (await this.messages(channelId)).map(({ blocks, text }) =>
      blocks.length > 0 ? shown(blocks) : textOf({ type: 'mrkdwn', text, verbatim: true }),
    );
  }

  async messages(channelId = this.dm): Promise<Message[]> {
    const { messages } = await this.#control.snapshot({ as: this.id, channelId });
    return messages.filter(({ from, typedCommand }) => from !== this.id && !typedCommand);
  }

  /** The newest answer of the bot. */
  async reads(channelId = this.dm): Promise<string> {
    return (await this.sees(channelId)).at(-1) ?? '';
  }

  /** The line or row that holds these words, on the newest message that has them. */
  async row(words: string, channelId = this.dm): Promise<string> {
    const blocks = (await this.messages(channelId)).toReversed().flatMap((one) => one.blocks);
    const found = blocks.map((block) => linesOf(block).join('\n'));
    return found.find((text) => text.includes(words)) ?? '';
  }

  /** The window on top, or null. */
  async modal() {
    const { modal } = await this.#control.snapshot({ as: this.id });
    if (!modal) return null;
    const { title, blocks } = modal.view;
    return {
      id: modal.id,
      title: textOf(title),
      text: shown(blocks),
      fields: fieldsOf(blocks),
      blocks,
      metadata: modal.view.private_metadata ?? '',
    };
  }

  async fills(entries: Entries): Promise<void> {
    const settled = this.#settled;
    const values = await fillForm({ control: this.#control, as: this.id, settled }, entries);
    const view = await this.#openView();
    // Nothing in Slack hears of these yet; they stand in the form until it is submitted.
    this.#typed = { viewId: view.id, values };
  }

  #typed: { viewId: string; values: Awaited<ReturnType<typeof fillForm>> } | null = null;

  /** Fills and submits; answers the sentences at the fields, by label. */
  async submits(entries: Entries = {}): Promise<Record<string, string>> {
    const answer = await this.tries(entries);
    if (answer.problem) throw new Error(answer.problem);
    return answer.errors ?? {};
  }

  async tries(entries: Entries = {}) {
    await this.fills({ ...entries });
    const { id: viewId, blocks } = await this.#openView();
    const values = this.#typed?.values ?? {};
    const answer = await this.#control.submit({ as: this.id, viewId, values });
    await this.#settled();
    const errors = 'errors' in answer ? (answer.errors ?? {}) : {};
    const labels = Object.entries(errors).map(([id, sentence]) => {
      const block = blocks.find((one) => one.block_id === id);
      return [textOf(block?.label), sentence] as const;
    });
    return { ...answer, errors: Object.fromEntries(labels) };
  }

  /** Submits the window on top as it stands, as somebody impatient does. */
  async submitsAgain(viewId: string) {
    return this.#control.submit({ as: this.id, viewId, values: {} });
  }

  async closes(): Promise<void> {
    const { id: viewId } = await this.#openView();
    await this.#done(this.#control.closeModal({ as: this.id, viewId }));
  }

  /** Chooses an entry of the menu in the row that holds these words. */
  async chooses(row: string, entry: string, where: string | 'home' = this.dm): Promise<void> {
    const action = await this.pointsAtMenu(row, entry, where);
    await this.#done(this.#control.act(action));
  }

  async pointsAtMenu(row: string, entry: string, where: string | 'home' = this.dm) {
    const isMenu = (element: Element) => choicesOf(element).length > 0;
    const { on, block, element } = await this.#find({ row, where }, isMenu);
    const option = choicesOf(element).find((choice) => choice.text.text === entry);
    if (!option) throw new Error(`The menu of “${row}” has no “${entry}”.`);
    return this.#actionOn(on, block, element, {
      type: element.type,
      selected_option: option,
    });
  }

  /** Presses the newest button with this label, in the row that holds the words when given. */
  async presses(label: string, at: { row?: string; where?: string } = {}): Promise<void> {
    const action = await this.pointsAtButton(label, at);
    await this.#done(this.#control.act(action));
  }

  async pointsAtButton(label: string, { row = '', where = this.dm } = {}) {
    const { on, block, element } = await this.#find(
      { row, where },
      (item) => item.type === 'button' && labelOf(item).startsWith(label),
    );
    return this.#actionOn(on, block, element, { type: 'button', value: element.value });
  }

  async opensHome(): Promise<string> {
    await this.#done(this.#control.openHome({ as: this.id }));
    return this.home();
  }

  async home(): Promise<string> {
    const { home } = await this.#control.snapshot({ as: this.id });
    return shown(home ?? []);
  }

  async shortcut(callbackId: string): Promise<void> {
    await this.#done(this.#control.shortcut({ as: this.id, callbackId }));
  }

  /** A choice in a field of the form that tells the app at once. */
  async pointsAtField(label: string, entry: string): Promise<ActionInput> {
    const { modal: view } = await this.#control.snapshot({ as: this.id });
    if (!view) throw new Error(`${this.name} has no window open.`);
    const { block, element } = findField(view.view.blocks, label);
    const place = { control: this.#control, as: this.id, view };
    const chosen = await inputOf(place, { blockId: String(block.block_id), element, entry });
    return this.#actionOn({ kind: 'modal', viewId: view.id }, block, element, chosen);
  }

  /** What stands in a field before anything is typed. */
  async finds(label: string): Promise<string | null> {
    const { blocks } = await this.#openView();
    const { element } = findField(blocks, label);
    const initial = element.initial_option;
    const text = initial ? textOf((initial as { text: unknown }).text) : null;
    return (
      text ?? String(element.initial_value ?? element.initial_date ?? element.initial_time ?? '')
    );
  }

  async #done(begun: Promise<ControlAnswer>): Promise<void> {
    const answer = await begun;
    await this.#settled();
    if (!answer.ok) throw new Error(answer.problem);
  }

  #actionOn(on: Surface, block: Block, element: Element, chosen: ActionInput['element']) {
    const blockId = String(block.block_id);
    return { as: this.id, on, blockId, actionId: element.action_id, element: chosen };
  }

  async #openView() {
    const view = await this.modal();
    if (!view) throw new Error(`${this.name} has no window open.`);
    return view;
  }

  async #find(
    { row, where }: { row: string; where: string },
    test: (element: Element) => boolean,
  ): Promise<Found> {
    for (const { on, blocks } of (await this.#surfaces(where)).toReversed()) {
      for (const block of blocks.filter((one) => linesOf(one).join('\n').includes(row))) {
        const element = elementsOf(block).find(test);
        if (element) return { on, block, element };
      }
    }
    throw new Error(`${this.name} finds nothing to press at “${row}” in ${where}.`);
  }

  async #surfaces(where: string): Promise<{ on: Surface; blocks: Block[] }[]> {
    const { home, modal } = await this.#control.snapshot({ as: this.id });
    if (where === 'home') return [{ on: { kind: 'home' }, blocks: home ?? [] }];
    if (where === 'modal') {
      return modal ? [{ on: { kind: 'modal', viewId: modal.id }, blocks: modal.view.blocks }] : [];
    }
    return (await this.messages(where)).map(({ ts, blocks }) => ({
      on: { kind: 'message', channelId: where, ts },
      blocks,
    }));
  }
}
