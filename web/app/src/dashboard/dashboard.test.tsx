import { readFileSync } from 'node:fs';
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';
import { shownFigure } from './measure.tsx';

const figure = (value: number) => ({ value, shown: String(value) });
const few = { value: null, shown: '<5' };
const hidden = { shown: '…' };
function figures(openCases: object) {
  return {
    newCases: figure(7),
    openCases,
    risk: { high: few, medium: figure(6), low: figure(0), notAssessed: hidden },
    referrals: { requested: figure(9), accepted: figure(8), completed: figure(5), loopClosed: few, overdue: figure(6), longOverdue: few },
    concernReports: figure(21),
    tasksOnTime: figure(10),
    tasksDue: figure(12),
    tasksLongOverdue: figure(2300),
    reportsLongWaiting: few,
  };
}

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().as('commission-monitor').on('GET /api/monitoring/v1/figures', {
    body: {
      asOf: '2026-11-21T10:00:00Z',
      districts: [
        { districtCode: 'peshawar', name: { en: 'Peshawar', ur: 'پشاور', ps: 'پېښور' }, ...figures(figure(31)) },
        { districtCode: 'swat', ...figures(few) },
      ],
      province: figures(figure(1234)),
    },
  });
  server.on('GET /api/monitoring/v1/figures/triage-times', { body: { items: [] } });
  server.on('GET /api/monitoring/v1/figures/responses', { body: { items: [], total: { offered: figure(0), taken: figure(0) } } });
  server.on('GET /api/monitoring/v1/figures/service-gaps', { body: { items: [], total: figure(0) } });
  server.on('GET /api/monitoring/v1/figures/trend', {
    body: {
      asOf: '2026-11-21T10:00:00Z',
      months: [
        { month: '2026-10', concernReports: figure(12), newCases: few, referrals: figures(few).referrals },
        { month: '2026-11', concernReports: figure(21), newCases: figure(7), referrals: figures(few).referrals },
      ],
    },
  });
});

describe('time to triage', () => {
  it('is told by district and urgency, and withheld where it would tell of a few', async () => {
    server.on('GET /api/monitoring/v1/figures/triage-times', {
      body: {
        items: [
          { districtCode: 'peshawar', urgency: 'immediate', medianMinutes: 45 },
          { districtCode: 'peshawar', urgency: 'routine', medianMinutes: 1530 },
          { districtCode: 'swat', urgency: 'urgent', medianMinutes: 15 },
          { urgency: 'immediate', medianMinutes: 90 },
        ],
      },
    });
    await open('/dashboard');
    const panel = await screen.findByTestId('triage-times');
    const cell = async (district: string, urgency: string) => {
      const row = await within(panel).findByRole('table');
      return row.querySelector(`[data-district="${district}"] [data-urgency="${urgency}"]`);
    };
    expect(await cell('peshawar', 'immediate')).toHaveTextContent('45 min');
    expect(await cell('peshawar', 'routine')).toHaveTextContent('1 day 1 h');
    expect(await cell('swat', 'urgent')).toHaveTextContent('15 min');
    expect(await cell('swat', 'routine')).toHaveTextContent('none or too few');
    expect(await cell('province', 'immediate')).toHaveTextContent('1 h 30 min');
  });
});

describe('what could not be had', () => {
  it('is told by district and kind of service, the most first, and a few are not told', async () => {
    const gap = (districtCode: string, serviceCategory: string, gaps: object) => ({ districtCode, serviceCategory, gaps });
    server.on('GET /api/monitoring/v1/figures/service-gaps', {
      body: { items: [gap('swat', 'shelter', few), gap('peshawar', 'shelter', figure(1200)), gap('peshawar', 'rehabilitation', figure(2000))], total: hidden },
    });
    const { user } = await open('/dashboard');
    const table = await screen.findByTestId('gap-table');
    const rows = () => [...table.querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rows()).toEqual(['PeshawarDrug rehabilitation2,000', 'PeshawarShelter1,200', 'SwatShelter<5']);
    expect(table.querySelector('[data-district="province"] [data-figure="gaps"]')).toHaveTextContent('…');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Kind of service' }), 'rehabilitation');
    expect(rows()).toEqual(['PeshawarDrug rehabilitation2,000']);
  });

  it('is not said to be nothing where all of it is withheld', async () => {
    server.on('GET /api/monitoring/v1/figures/service-gaps', { body: { items: [], total: few } });
    await open('/dashboard');
    const panel = await screen.findByTestId('gap-figures');
    expect(await within(panel).findByTestId('gap-table')).toHaveTextContent('<5');
    expect(within(panel).queryByTestId('empty')).toBeNull();
  });

  it('is said to be nothing where nothing was missing', async () => {
    await open('/dashboard', 'ps');
    expect(await within(await screen.findByTestId('gap-figures')).findByTestId('empty')).toHaveTextContent('هېڅ خدمت');
  });
});

describe('what was offered after assessments', () => {
  it('is told by response with what was taken, in words, and a few are not told', async () => {
    server.on('GET /api/monitoring/v1/figures/responses', {
      body: {
        items: [{ response: 'legal-aid', offered: few, taken: hidden }, { response: 'school-contact', offered: figure(1200), taken: figure(40) }],
        total: { offered: hidden, taken: hidden },
      },
    });
    await open('/dashboard');
    const panel = await screen.findByTestId('response-figures');
    const cell = async (response: string, name: string) =>
      (await within(panel).findByRole('table')).querySelector(`[data-response="${response}"] [data-figure="${name}"]`);
    expect(await cell('school-contact', 'offered')).toHaveTextContent('1,200');
    expect(await cell('school-contact', 'taken')).toHaveTextContent('40');
    expect(await cell('legal-aid', 'offered')).toHaveTextContent('<5');
    expect(await cell('all', 'taken')).toHaveTextContent('…');
    expect(panel).not.toHaveTextContent('legal-aid');
  });

  it('has a name for every response of the library', () => {
    const library = JSON.parse(
      readFileSync('../../assessment-service/src/main/resources/responses/library.json', 'utf8'),
    ) as { code: string; title: { en: string; ur: string; ps: string } }[];
    const written = JSON.parse(readFileSync('src/messages/response-codes.json', 'utf8')) as Record<string, string[]>;
    expect(library.map(({ code }) => written[`response.${code}`])).toEqual(library.map(({ title: { en, ur, ps } }) => [en, ur, ps]));
  });
});

describe('the dashboard', () => {
  it('shows every district’s figures in bars and in a table', async () => {
    await open('/dashboard');
    const table = await screen.findByTestId('figure-table');
    const row = table.querySelector('[data-district="peshawar"]');
    expect(row?.querySelector('[data-figure="openCases"]')).toHaveTextContent('31');
    expect(screen.getByTestId('bars')).toHaveTextContent('Peshawar');
    expect(screen.getByTestId('province')).toHaveTextContent('1,234');
    expect(screen.getByTestId('province')).toHaveTextContent('2,300');
    expect(row?.querySelector('[data-figure="reportsLongWaiting"]')).toHaveTextContent('<5');
  });

  it('leaves a suppressed figure suppressed, also in the bars', async () => {
    await open('/dashboard');
    const table = await screen.findByTestId('figure-table');
    expect(table.querySelector('[data-district="swat"] [data-figure="openCases"]')).toHaveTextContent('<5');
    expect(table.querySelector('[data-district="swat"] [data-figure="riskNotAssessed"]')).toHaveTextContent('…');
    expect(screen.getByTestId('bars')).toHaveTextContent('<5');
  });

  it('shows the months in lines and in a table, a suppressed month as a gap', async () => {
    await open('/dashboard');
    const table = await screen.findByTestId('trend-table');
    expect(table.querySelector('[data-month="2026-11"]')).toHaveTextContent('November 2026217');
    expect(table.querySelector('[data-month="2026-10"]')).toHaveTextContent('October 202612<5');
    expect(within(screen.getByTestId('trend')).getByRole('img').querySelectorAll('circle')).toHaveLength(3);
  });

  it('needs no other service', async () => {
    await open('/dashboard');
    await screen.findByTestId('figure-table');
    expect(server.asked.filter((asked) => /districts|units|staff/.test(asked.path))).toEqual([]);
  });

  it('has no way to a case', async () => {
    await open('/dashboard');
    const main = await screen.findByRole('main');
    await within(main).findByTestId('figures');
    expect(within(main).queryAllByRole('link')).toEqual([]);
    expect(server.asked.filter((asked) => asked.path.startsWith('/api/cases/'))).toEqual([]);
  });

  it('says that the monitoring service is missing', async () => {
    server.on('GET /api/monitoring/v1/figures', problem(503, 'service-unavailable'));
    await open('/dashboard');
    expect(await screen.findByText(/The monitoring service is not answering/)).toBeVisible();
  });
});

describe('a figure', () => {
  it('is written in the reader’s way, a suppressed one as the service says it', () => {
    expect(shownFigure(figure(1234), (value) => `#${value}`)).toBe('#1234');
    expect(shownFigure(few, String)).toBe('<5');
    expect(shownFigure(hidden, String)).toBe('…');
    expect(shownFigure(undefined, String)).toBe('–');
  });
});
