// @vitest-environment jsdom
import axe from 'axe-core';
import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, FakeServer } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const PERSON = { id: 'p1', relation: 'aunt', roles: ['safe-adult'], name: 'Aunt A.', current: true, recordedAt: '2026-11-20T09:00:00Z', etag: '"v0"' };
const CHILD = {
  id: 'child-1', names: { given: 'زرغونہ', script: 'arab' }, sex: 'female', birthYear: 2014, ageBasis: 'stated', ageYears: 12,
  ageBand: '12-14', languages: ['ps'], disabilities: [],
};

beforeEach(() => {
  // axe measures icon fonts on a canvas, which this document does not paint.
  HTMLCanvasElement.prototype.getContext = () => null;
  new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: { ...CASE, warnings: ['unaccompanied'] }, headers: { etag: '"v1"' } })
    .on('GET /api/assessments/v1/cases/case-1/assessments', { body: { items: [] } })
    .on('GET /api/referrals/v1/cases/case-1/referrals', { body: { items: [] } })
    .on('GET /api/cases/v1/cases/case-1/child', { body: CHILD, headers: { etag: '"v3"' } })
    .on('GET /api/cases/v1/cases/case-1/persons', { body: { items: [PERSON] } })
    .on('GET /api/cases/v1/cases/case-1/safe-places', { body: { items: [] } })
    .on('GET /api/cases/v1/cases/case-1/links', { body: { items: [] } })
    .on('GET /api/cases/v1/cases/case-1/separation', { body: { status: 'separated', next: ['open'], steps: [] }, headers: { etag: '"v1"' } })
    .on('GET /api/cases/v1/cases/case-1/nationality', { body: {}, headers: { etag: '"v0"' } });
});

/** Colours need a browser that paints; the journeys in Chromium check them. */
async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return found.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`);
}

describe('the forms about a child can be used by everybody', () => {
  it.each([
    ['/cases/case-1/child', ['change-child'], 'save-child'],
    ['/cases/case-1/people', ['add-person', 'add-place', 'add-link'], 'save-person'],
    ['/cases/case-1/status', ['change-separation', 'show-nationality', 'record-nationality'], 'save-nationality'],
    ['/search', [], 'search'],
  ] as const)('%s', async (path, openers, shown) => {
    const { user } = await open(path, 'ur');
    for (const opener of openers) await user.click(await screen.findByTestId(opener));
    await screen.findByTestId(shown);
    expect(await violations()).toEqual([]);
  });
});
