// @vitest-environment jsdom
import axe from 'axe-core';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { AGENCY, FakeServer, problem, REPORT } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

let server: FakeServer;
const TRIAGE = 'POST /api/cases/v1/concern-reports/report-1/triage';
const LINE = { ...REPORT, narrative: undefined, dueAt: '2026-11-20T09:00:00Z' };

beforeEach(() => {
  // axe measures icon fonts on a canvas, which this document does not paint.
  HTMLCanvasElement.prototype.getContext = () => null;
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/concern-reports', { body: { items: [] } })
    .on('GET /api/cases/v1/concern-reports/report-1', { body: REPORT, headers: { etag: '"v3"' } });
});

/** Colours need a browser that paints; the journeys in Chromium check them. */
async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return found.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`);
}

describe('a report that is not for this unit', () => {
  it('goes to another district with a reason, without a search', async () => {
    server.on(TRIAGE, { status: 202, body: { id: 'report-1', state: 'waiting', districtCode: 'swat', routedAt: '2026-11-20T09:00:00Z' } });
    const { user } = await open('/triage/report-1');
    await user.click(await screen.findByLabelText("Another district's"));
    await user.click(screen.getByTestId('wrong-district'));
    expect(screen.getAllByText('This is needed').length).toBe(2);
    await user.selectOptions(within(screen.getByTestId('not-ours')).getByLabelText(/^The right district/), 'swat');
    await user.type(screen.getByLabelText(/^How you know/), 'The school is in Swat.');
    await user.click(screen.getByTestId('wrong-district'));
    expect(await screen.findByTestId('queue')).toBeVisible();
    const sent = server.changes().at(-1);
    expect(sent?.headers.get('If-Match')).toBe('"v3"');
    expect(sent?.body).toMatchObject({ decision: 'wrong-district', districtCode: 'swat', reason: 'The school is in Swat.' });
  });

  it('says that only a supervisor sends it back', async () => {
    server.on(TRIAGE, problem(409, 'routing-back-needs-supervisor'));
    const { user } = await open('/triage/report-1');
    await user.click(await screen.findByLabelText("Another district's"));
    await user.selectOptions(within(screen.getByTestId('not-ours')).getByLabelText(/^The right district/), 'swat');
    await user.type(screen.getByLabelText(/^How you know/), 'There.');
    await user.click(screen.getByTestId('wrong-district'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Only your supervisor sends it back');
  });

  it('is given to an agency of the directory, with a day to ask', async () => {
    server.on(TRIAGE, { body: { ...REPORT, state: 'triaged', decision: 'refer-on' } });
    const { user } = await open('/triage/report-1');
    await user.click(await screen.findByLabelText("Another body's"));
    await user.selectOptions(screen.getByLabelText(/^To whom/), 'legal-aid');
    await user.selectOptions(await screen.findByLabelText(/^Which one/), AGENCY.id);
    await user.type(screen.getByLabelText(/^Why it is theirs/), 'A custody matter.');
    await user.click(screen.getByTestId('refer-on'));
    await screen.findByTestId('queue');
    expect(server.changes().at(-1)?.body).toMatchObject({
      decision: 'refer-on',
      referOn: { bodyKind: 'legal-aid', agencyId: AGENCY.id, followUpOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string },
    });
    expect(await violations()).toEqual([]);
  });
});

describe('a report about a child who has a case', () => {
  it('joins it, with the number the search found', async () => {
    server
      .on('POST /api/cases/v1/child-searches', {
        body: {
          searchToken: 'token-1',
          expiresAt: '2026-11-20T11:00:00Z', more: false,
          matches: [{ caseId: 'case-9', caseNumber: 'KP-2026-000009', likeness: 'same', sex: 'female', ageBand: '12-14', unitId: 'unit-1', withinReach: true, displayName: 'Zarghoona' }],
        },
      })
      .on(TRIAGE, () => {
        server
          .on('GET /api/cases/v1/concern-reports/report-1', { body: { ...REPORT, urgency: 'urgent' }, headers: { etag: '"v9"' } })
          .on(TRIAGE, { body: { ...REPORT, state: 'triaged', decision: 'join-case', caseId: 'case-9' } });
        return problem(412, 'stale');
      });
    const { user } = await open('/triage/report-1');
    await user.click(await screen.findByTestId('search'));
    await user.click(await screen.findByLabelText('Add it to a case that is there'));
    expect(screen.getByLabelText(/^Number of the case/)).toHaveValue('KP-2026-000009');
    await user.click(screen.getByTestId('join-case'));
    expect(await screen.findByTestId('overtaken')).toHaveTextContent(/Urgency.*Urgent/);
    await user.click(screen.getByTestId('keep-mine'));
    await user.click(screen.getByTestId('join-case'));
    await screen.findByTestId('queue');
    expect(server.changes().at(-1)?.headers.get('If-Match')).toBe('"v9"');
    expect(server.changes().at(-1)?.body).toMatchObject({ decision: 'join-case', caseNumber: 'KP-2026-000009' });
  });
});

describe('a report that was given to another body', () => {
  const GIVEN = {
    ...REPORT, state: 'triaged', decision: 'refer-on', followUpDue: '2026-11-28T19:00:00Z',
    routings: [{ fromDistrict: 'swat', toDistrict: 'peshawar', back: true, reason: 'She lives here.', routedAt: '2026-11-20T09:00:00Z' }],
    referrals: [{ bodyKind: 'police', reason: 'A theft.', followUpOn: '2026-11-28', referredAt: '2026-11-21T09:00:00Z' }],
  };

  it('shows the way it took, and waits again when nobody took it up', async () => {
    server
      .on('GET /api/cases/v1/concern-reports/report-1', { body: GIVEN, headers: { etag: '"v5"' } })
      .on('POST /api/cases/v1/concern-reports/report-1/follow-up', { body: REPORT });
    const { user } = await open('/triage/report-1');
    expect(await screen.findByTestId('routing')).toHaveTextContent('Sent back by a supervisor');
    expect(screen.getByTestId('onward')).toHaveTextContent('Police');
    server.on('GET /api/cases/v1/concern-reports/report-1', { body: REPORT, headers: { etag: '"v6"' } });
    await user.click(screen.getByTestId('not-taken-up'));
    expect(await screen.findByTestId('not-ours')).toBeVisible();
    expect(server.changes().at(-1)?.body).toMatchObject({ takenUp: false });
    expect(server.changes().at(-1)?.headers.get('If-Match')).toBe('"v5"');
  });
});

describe('a protected reporter', () => {
  const PROTECTED = { ...REPORT, reporter: { kind: 'protected' } };

  it('is shown to a supervisor who asks, and to nobody else', async () => {
    server
      .as('supervisor')
      .on('GET /api/cases/v1/concern-reports/report-1', { body: PROTECTED, headers: { etag: '"v3"' } })
      .on('GET /api/cases/v1/concern-reports/report-1/reporter', { body: { kind: 'protected', name: 'Bakhtawar B.', phone: '0300-0000123' } });
    const { user } = await open('/triage/report-1');
    expect(await screen.findByTestId('protected-reporter')).not.toHaveTextContent('Bakhtawar');
    await user.click(screen.getByTestId('show-reporter'));
    expect(await screen.findByText('Bakhtawar B.')).toBeVisible();
  });

  it('is not offered to a worker', async () => {
    server.on('GET /api/cases/v1/concern-reports/report-1', { body: PROTECTED, headers: { etag: '"v3"' } });
    await open('/triage/report-1');
    expect(await screen.findByTestId('protected-reporter')).toBeVisible();
    expect(screen.queryByTestId('show-reporter')).toBeNull();
  });
});

describe('the queues', () => {
  it('come in the order of the service, with who was told', async () => {
    server.on('GET /api/cases/v1/concern-reports?queue=due', {
      body: { items: [{ ...LINE, id: 'a', escalatedAt: '2026-11-20T09:00:01Z' }, { ...LINE, id: 'b', urgency: 'routine', commissionToldAt: '2026-11-20T10:00:00Z' }] },
    });
    await open('/triage', 'ur');
    const rows = await screen.findAllByTestId('report-row');
    expect(rows.map((row) => row.dataset['id'])).toEqual(['a', 'b']);
    expect(screen.getAllByTestId('escalation').map((badge) => badge.dataset['level'])).toEqual(['supervisor', 'commission']);
    expect(screen.queryByTestId('queue-unassigned')).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it('show a supervisor what no unit has', async () => {
    server.as('supervisor').on('GET /api/cases/v1/concern-reports?queue=unassigned', { body: { items: [{ ...LINE, id: 'c' }] } });
    const { user } = await open('/triage');
    await user.click(await screen.findByTestId('queue-unassigned'));
    await waitFor(() => expect(screen.getByTestId('report-row')).toHaveAttribute('data-id', 'c'));
  });
});

describe('recording a report', () => {
  it('needs no mouse: filter, Enter, Tab, Ctrl+Enter', async () => {
    server.as('helpline-operator').on('POST /api/cases/v1/concern-reports', { status: 201, body: { ...REPORT, id: 'r9' } });
    const { user } = await open('/concerns/new');
    const district = await screen.findByLabelText(/^District/);
    await waitFor(() => expect(within(district).queryByText('Swat')).not.toBeNull());
    district.focus();
    await user.selectOptions(district, 'peshawar');
    await user.tab();
    await user.tab();
    expect(screen.getByRole('radio', { name: 'Immediate danger' })).toHaveFocus();
    await user.keyboard(' ');
    await user.tab();
    await user.keyboard('A child cries at night.');
    await user.tab();
    expect(screen.getByLabelText('Find a kind of concern')).toHaveFocus();
    await user.keyboard('physical abuse{Enter}');
    expect(screen.getByTestId('concerns')).toHaveTextContent('Chosen: Physical abuse');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByTestId('recorded')).toHaveAttribute('data-id', 'r9');
    expect(server.changes().at(-1)?.body).toMatchObject({
      districtCode: 'peshawar', urgency: 'immediate', narrative: 'A child cries at night.', concerns: ['physical_abuse'],
      reporter: { kind: 'anonymous' },
    });
  });
});
