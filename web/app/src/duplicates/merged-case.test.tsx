import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, FakeServer, STANDING } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const REFERRAL = { id: 'r1', serviceId: 's', agencyId: 'a', status: 'accepted', priority: 'high', authoredAt: '2026-11-20T07:00:00Z' };

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on('GET /api/assessments/v1/cases/case-1/assessments', { body: { items: [] } })
    .on('GET /api/referrals/v1/cases/case-1/referrals', {
      body: { items: [{ ...REFERRAL, caseId: 'case-2' }, { ...REFERRAL, id: 'r2', caseId: 'case-1' }] },
    });
});

function warned(code: string): void {
  server.on('GET /api/cases/v1/cases/case-1/next-steps', { body: { ...STANDING, warnings: [{ code, urgent: true, subjectId: 'case-2' }] } });
}

describe('a case that another one went into', () => {
  it('shows the history of the other one and leads to it', async () => {
    warned('holds-merged-case');
    await open('/cases/case-1');
    const rows = await screen.findAllByTestId('referral-row');
    expect(rows.map((row) => within(row).queryByTestId('from-merged-case')?.getAttribute('href'))).toEqual(['/cases/case-2', undefined]);
    const warnings = await screen.findByTestId('warnings');
    expect(warnings).toHaveTextContent('Another case of this child went into this one.');
    expect(within(warnings).getByRole('link')).toHaveAttribute('href', '/cases/case-2');
  });

  it.each([
    ['social-worker', '/duplicates/case-2'],
    ['psychologist', undefined],
  ] as const)('leads a %s to the comparison only when they may look at it', async (role, href) => {
    server.as(role);
    warned('likely-duplicate');
    await open('/cases/case-1', 'ps');
    const warnings = await screen.findByTestId('warnings');
    expect(warnings.textContent).not.toMatch(/[a-z]{3,}/);
    if (href !== undefined) expect(await within(warnings).findByRole('link')).toHaveAttribute('href', href);
    else expect(within(warnings).queryByRole('link')).toBeNull();
  });
});
