/** The product in a process of its own, asked by people over sockets. */
import { randomUUID } from 'node:crypto';
import type { LivePeer } from '../lib/product/live-peer';
import { Product } from '../lib/product/product';
import { Stage } from '../lib/product/stage';
import type { Bench } from '../lib/report';
import { messageText } from '../chat/message';

type Work = (() => Promise<unknown>)[];

export interface SocketSide {
  /** Everybody votes for every question. */
  votes(): Work;
  /** Everybody takes every vote back, so that there is something to vote for again. */
  votesBack(): Work;
  /** Messages of the crew, which may write as fast as a socket may ask. */
  messages(): Work;
}

const PEOPLE = 150;
const QUESTIONS = 40;
/** A socket may ask 120 times at once, and then 30 times a second. */
const DESKS = 20;
const MESSAGES_PER_DESK = 100;

export async function socketSide(bench: Bench): Promise<SocketSide> {
  const { defer } = bench;
  const product = await Product.start(bench, []);
  const stage = await Stage.set(product, 'jinan', defer);
  const people: LivePeer[] = [];
  while (people.length < PEOPLE) people.push(await stage.joinAsAttendee(defer));
  const moderator = await stage.newCrew('moderator');
  const desks: LivePeer[] = [];
  while (desks.length < DESKS) desks.push(await stage.join(moderator, defer));
  const [desk] = desks as [LivePeer];

  const questionIds: string[] = [];
  for (const person of people.slice(0, QUESTIONS)) {
    const { id, version } = await person.ask('question:ask', {
      clientQuestionId: randomUUID(),
      text: messageText(),
      language: 'en',
      anonymous: false,
    });
    await desk.ask('question:move', { questionId: id, version, step: 'approve' });
    questionIds.push(id);
  }
  const everyVote = (on: boolean): Work =>
    questionIds.flatMap((questionId) =>
      people.map((person) => () => person.ask('question:vote', { questionId, on })),
    );
  return {
    votes: () => everyVote(true),
    votesBack: () => everyVote(false),
    messages: () =>
      Array.from({ length: MESSAGES_PER_DESK }, () => desks)
        .flat()
        .map(
          (one) => () =>
            one.ask('chat:send', {
              channel: 'crew',
              clientMessageId: randomUUID(),
              text: messageText(),
              language: 'en',
            }),
        ),
  };
}
