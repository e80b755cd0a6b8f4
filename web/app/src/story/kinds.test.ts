// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error The reader of the message files is a plain script of the build.
import { readMessages } from '../../scripts/messages.mjs';

const listed = [
  ...readFileSync('../../case-service/src/main/java/org/hifazat/cases/story/StoryKinds.java', 'utf8').matchAll(
    /^ {4}kind\(\s*"([a-z-]+)"/gm,
  ),
].map((match) => match[1] ?? '');
const messages = readMessages() as Map<string, unknown>;

describe('every kind of entry that the case service lists', () => {
  it('has words in the story', () => {
    expect(listed.length).toBeGreaterThan(50);
    expect(listed.filter((kind) => !messages.has(`story.${kind}`))).toEqual([]);
  });
});
