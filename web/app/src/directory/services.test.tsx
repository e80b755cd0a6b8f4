import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer, foundServices, HSDS_SERVICE, problem, UNIT } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';
import { isOpen, type HsdsService } from './hsds.ts';

const R = '/api/referrals/v1';
const FULL = {
  ...HSDS_SERVICE,
  assured_date: undefined,
  assurance_overdue: true,
  minimum_age: 6,
  maximum_age: 17,
  sex: 'female',
  languages: [{ code: 'ps' }],
  schedules: [{ byday: 'MO,TU', opens_at: '09:00', closes_at: '16:00' }],
  capacities: [{ unit: { name: 'beds' }, available: 2, maximum: 10, updated: '2026-11-20T08:00:00Z' }],
  service_areas: [{ extent: 'peshawar', extent_type: 'district' }],
  service_at_locations: [{ id: 'l1', location: { id: 'l1', name: 'Office', addresses: [{ address_1: '7 Court Road' }] } }],
  contacts: [{ name: 'Zubaida', title: 'Coordinator', phones: [{ number: '091-9210202' }] }],
};

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .on(`GET ${R}/hsds/services`, { body: foundServices([FULL]) })
    .on(`GET ${R}/hsds/services/service-1`, { body: FULL, headers: { etag: '"v3"' } })
    .on(`GET ${R}/hsds/taxonomy_terms`, { body: foundServices([{ code: 'legal-aid', name: 'Legal aid' }, { code: 'livelihood', name: 'Cash and livelihood' }]) })
    .on(`GET ${R}/capacity-questions`, { body: { items: [] } })
    .on(`GET ${R}/service-gaps`, { body: { items: [{ id: 'g1', category: 'livelihood', districtCode: 'swat', reason: 'too-far', happenedAt: '2026-11-20T08:00:00Z' }] } });
});

const found = () => server.asked.filter((one) => one.path.startsWith(`${R}/hsds/services?`)).at(-1)?.path ?? '';

describe('finding a service', () => {
  it('begins in the own district, asks for what is chosen, and says what is free and what nobody has checked', async () => {
    server.as('social-worker', { unit: UNIT });
    const { user } = await open('/services');
    const entry = await screen.findByTestId('found-service');
    expect(entry).toHaveTextContent('Girls and women, 6–17 years');
    expect(within(entry).getByTestId('room')).toHaveTextContent('2 of 10 beds free');
    expect(within(entry).getByTestId('not-assured')).toHaveTextContent('Nobody has checked this entry');
    expect(found()).toContain('district=peshawar');
    await user.selectOptions(screen.getByLabelText('Kind of service'), 'livelihood');
    await user.type(screen.getByLabelText('Age it must take (years)'), '12');
    await user.click(screen.getByLabelText('Open now'));
    await user.selectOptions(screen.getByLabelText('District'), '');
    await waitFor(() => expect(found()).toContain('category=livelihood&age=12&open_now=true&full=true'));
  });

  it('records what could not be had as a kind, a district and a reason, and nothing else', async () => {
    server.as('social-worker', { unit: UNIT }).on(`GET ${R}/hsds/services`, { body: foundServices([]) }).on(`POST ${R}/service-gaps`, { status: 201, body: {} });
    const { user } = await open('/services?category=livelihood');
    await user.click(await screen.findByTestId('record-gap'));
    await user.click(screen.getByTestId('send-gap'));
    expect(server.changes()).toEqual([]);
    await user.selectOptions(screen.getByLabelText(/^Why/), 'too-far');
    await user.click(screen.getByTestId('send-gap'));
    expect(await screen.findByTestId('gap-recorded')).toBeVisible();
    expect(server.changes()[0]?.body).toEqual({ category: 'livelihood', districtCode: 'peshawar', reason: 'too-far', happenedAt: expect.stringMatching(/Z$/) });
  });

  it('asks whether there is room with a day and an urgency, and shows what came back', async () => {
    server.as('social-worker', { unit: UNIT }).on(`POST ${R}/capacity-questions`, (asked) => {
      const answer = { id: 'q1', ...(asked.body as object), askedAt: '2026-11-21T08:00:00Z', answer: 'has-capacity', availableFrom: '2026-12-01', answeredAt: '2026-11-21T09:00:00Z' };
      server.on(`GET ${R}/capacity-questions`, { body: { items: [answer] } });
      return { status: 201, body: {} };
    });
    const { user } = await open('/services/service-1');
    expect(await screen.findByText('7 Court Road')).toBeVisible();
    expect(screen.getByText('091-9210202')).toBeVisible();
    expect(screen.getByText('Monday, Tuesday \u206609:00–16:00\u2069')).toBeVisible();
    // What nobody has told has no line of its own.
    expect(screen.queryByText('Conditions')).toBeNull();
    expect(screen.queryByTestId('keeping')).toBeNull();
    await user.click(screen.getByTestId('ask-room'));
    await user.click(screen.getByRole('radio', { name: 'High' }));
    await user.click(screen.getByTestId('send-room-question'));
    expect(await screen.findByText(/^There is room/)).toHaveTextContent('1 December 2026');
    expect(Object.keys(server.changes()[0]?.body as object).sort()).toEqual(['neededFrom', 'serviceId', 'urgency']);
  });

  it('knows by the clock in Pakistan whether a service is open', () => {
    const service = { schedules: [{ byday: 'MO', opens_at: '09:00', closes_at: '16:00', valid_to: '2026-11-30' }] } as HsdsService;
    expect(isOpen(service, new Date('2026-11-23T04:00:00Z'))).toBe(true);
    expect(isOpen(service, new Date('2026-11-23T11:00:00Z'))).toBe(false);
    expect(isOpen(service, new Date('2026-12-07T05:00:00Z'))).toBe(false);
    expect(isOpen({} as HsdsService, new Date())).toBeUndefined();
  });
});

describe('keeping the directory', () => {
  it('says everything of an entry at once, under the version that was read', async () => {
    server.as('commission-admin').on(`PUT ${R}/hsds/services/service-1`, { body: FULL });
    const { user } = await open('/services/service-1/keep');
    await user.click(await screen.findByTestId('add-hours'));
    const [, line] = screen.getAllByTestId('hours-line');
    const closes = within(line as HTMLElement).getByLabelText(/^Closes/);
    await user.clear(closes);
    await user.type(closes, '08:00');
    await user.click(screen.getByTestId('save-service'));
    expect(await screen.findByText(/^Each line needs a day/)).toBeVisible();
    expect(server.changes()).toEqual([]);
    await user.click(screen.getAllByTestId('remove-hours')[1] as HTMLElement);
    await user.selectOptions(screen.getByLabelText(/^State of the service/), 'temporarily closed');
    await user.type(screen.getByLabelText('Warning shown with the service'), 'Closed for repairs.');
    await user.click(screen.getByLabelText(/^I checked all of this today/));
    await user.click(screen.getByTestId('save-service'));
    await waitFor(() => expect(server.changes()).toHaveLength(1));
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v3"');
    expect(server.changes()[0]?.body).toEqual({
      status: 'temporarily closed', sex: 'female', cost: 'free', assured: true, alert: 'Closed for repairs.', minimum_age: 6, maximum_age: 17,
      languages: [{ code: 'ps' }], schedules: FULL.schedules, capacities: [{ unit: { name: 'beds' }, available: 2, maximum: 10 }],
    });
  });

  it('shows both versions when somebody else changed the entry meanwhile', async () => {
    let tries = 0;
    server.as('commission-admin').on(`PUT ${R}/hsds/services/service-1`, () => {
      tries += 1;
      server.on(`GET ${R}/hsds/services/service-1`, { body: { ...FULL, phone: '091-9210303' }, headers: { etag: '"v4"' } });
      return tries === 1 ? problem(412, 'stale') : { body: FULL };
    });
    const { user } = await open('/services/service-1/keep');
    const free = (await screen.findAllByLabelText('Free'))[0] as HTMLElement;
    await user.clear(free);
    await user.type(free, '1');
    await user.click(screen.getByTestId('save-service'));
    const fields = await screen.findAllByTestId('conflict-field');
    expect(fields.map((field) => [field.dataset['name'], field.dataset['changedBy']])).toEqual([['phone', 'them'], ['room.beds.available', 'me']]);
    await user.click(screen.getByTestId('settle-conflict'));
    await user.click(screen.getByTestId('save-service'));
    await waitFor(() => expect(server.changes()).toHaveLength(2));
    expect(server.changes()[1]?.headers.get('If-Match')).toBe('"v4"');
    expect(server.changes()[1]?.body).toMatchObject({ phone: '091-9210303', capacities: [{ unit: { name: 'beds' }, available: 1, maximum: 10 }] });
  });

  it('is offered to the Commission and to the agency whose service it is, and to no other', async () => {
    server.as('partner-worker', { agency: { id: 'agency-1', name: { en: 'Peshawar Legal Aid Centre' } } }).on(`POST ${R}/hsds/services/service-1/assurance`, { body: FULL });
    const { user, unmount } = await open('/services/service-1');
    await user.click(await screen.findByTestId('assure'));
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v3"');
    unmount();
    server.as('partner-worker', { agency: { id: 'agency-2', name: { en: 'Another' } } });
    await open('/services/service-1');
    expect(await screen.findByTestId('service-entry')).toBeVisible();
    expect(screen.queryByTestId('keeping')).toBeNull();
    expect(screen.queryByTestId('ask-room')).toBeNull();
  });

  it('takes a file in only after it was checked whole, and says entry by entry what is wrong', async () => {
    const report = (dryRun: boolean) => ({ dryRun, organizationsCreated: 0, organizationsReplaced: 1, servicesCreated: 2, servicesReplaced: 0 });
    server.as('commission-admin').on(`POST ${R}/hsds/import`, (asked) => ({ body: report((asked.body as { dry_run: boolean }).dry_run) }));
    const { user } = await open('/services');
    expect(await screen.findByTestId('gap')).toHaveTextContent('Cash and livelihood');
    const input = document.querySelector<HTMLInputElement>('[data-testid=directory-files] input[type=file]') as HTMLInputElement;
    await user.upload(input, new File(['not a directory'], 'services.json', { type: 'application/json' }));
    await user.click(screen.getByTestId('check-directory'));
    expect(await screen.findByText(/^This is not a directory/)).toBeVisible();
    await user.upload(input, new File([JSON.stringify({ services: [{ id: 's' }] })], 'services.json', { type: 'application/json' }));
    await user.click(screen.getByTestId('check-directory'));
    expect(await screen.findByTestId('import-report')).toHaveTextContent('2 new and 0 known services');
    await user.click(screen.getByTestId('write-directory'));
    await waitFor(() => expect(screen.getByTestId('import-report')).toHaveAttribute('data-written', 'true'));
    expect(server.changes().map((one) => (one.body as { dry_run: boolean }).dry_run)).toEqual([true, false]);
    server.on(`POST ${R}/hsds/import`, problem(422, 'directory-entry-refused', [{ pointer: '/services/0/category', code: 'category-unknown' }]));
    await user.upload(input, new File([JSON.stringify({ services: [{ id: 's' }] })], 'services.json', { type: 'application/json' }));
    await user.click(screen.getByTestId('check-directory'));
    expect(await screen.findByTestId('import-faults')).toHaveTextContent('Service 1: its kind is not in the list');
    expect(screen.queryByTestId('write-directory')).toBeNull();
  });

  it('takes a tabular package in, and says by file and line what is wrong', async () => {
    const report = { organizationsCreated: 1, organizationsReplaced: 0, servicesCreated: 3, servicesReplaced: 0 };
    server.as('commission-admin')
      .on(`POST ${R}/hsds/import.zip?dryRun=true`, problem(422, 'directory-entry-refused', [{ pointer: '/services.csv/4/minimum_age', code: 'form' }, { pointer: '', code: 'too-many' }]))
      .on(`POST ${R}/hsds/import.zip`, { body: { ...report, dryRun: false } });
    const { user } = await open('/services');
    await screen.findByTestId('directory-files');
    const input = document.querySelector<HTMLInputElement>('[data-testid=directory-files] input[type=file]') as HTMLInputElement;
    const file = new File(['PK'], 'Directory.ZIP', { type: 'application/zip' });
    await user.upload(input, file);
    await user.click(screen.getByTestId('check-directory'));
    const faults = await screen.findByTestId('import-faults');
    expect(faults).toHaveTextContent('\u2066services.csv\u2069, line 4: not in the form that is needed (\u2066minimum_age\u2069)');
    expect(faults).toHaveTextContent('too many lines or entries: divide the package');
    expect(screen.queryByTestId('write-directory')).toBeNull();
    server.on(`POST ${R}/hsds/import.zip?dryRun=true`, { body: { ...report, dryRun: true } });
    await user.click(screen.getByTestId('check-directory'));
    await user.click(await screen.findByTestId('write-directory'));
    await waitFor(() => expect(screen.getByTestId('import-report')).toHaveAttribute('data-written', 'true'));
    expect(server.changes().map((one) => one.headers.get('content-type'))).toEqual(['application/zip', 'application/zip', 'application/zip']);
  });

  it('says where a service is and who can enter there', async () => {
    server.as('partner-worker', { agency: { id: 'agency-1', name: { en: 'Peshawar Legal Aid Centre' } } })
      .on(`PUT ${R}/hsds/services/service-1/places`, problem(422, 'directory-entry-refused', [{ pointer: '/places/0/id', code: 'place-of-others' }]));
    const { user } = await open('/services/service-1/places');
    await user.type(await screen.findByLabelText(/^Access for people/), 'Ramp on the left');
    await user.click(screen.getByTestId('keep-places-form-send'));
    expect(server.changes()).toEqual([]);
    await user.selectOptions(screen.getByLabelText(/^District/), 'peshawar');
    await user.click(screen.getByTestId('keep-places-form-send'));
    expect(await screen.findByTestId('import-faults')).toHaveTextContent('Place 1: other services are at this place too');
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v3"');
    expect(server.changes()[0]?.body).toEqual({
      places: [{ id: 'l1', name: 'Office', district_code: 'peshawar', addresses: [{ address_1: '7 Court Road' }], accessibility: [{ description: 'Ramp on the left' }] }],
    });
  });

  it('lets the Commission say what a service is called and whom it serves, and nobody else', async () => {
    server.as('commission-admin').on(`PUT ${R}/hsds/services/service-1/identity`, { body: FULL });
    const { user, unmount } = await open('/services/service-1');
    await user.click(await screen.findByTestId('keep-identity'));
    await user.selectOptions(await screen.findByLabelText(/^Kind of service/), 'livelihood');
    await user.click(screen.getByLabelText('The whole province'));
    await user.click(screen.getByTestId('keep-identity-form-send'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({
      category: 'livelihood', service_areas: [{ extent: 'khyber-pakhtunkhwa', extent_type: 'province' }],
    }));
    unmount();
    server.as('partner-worker', { agency: { id: 'agency-1', name: { en: 'Peshawar Legal Aid Centre' } } });
    await open('/services/service-1');
    expect(await screen.findByTestId('keep-places')).toBeVisible();
    expect(screen.queryByTestId('keep-identity')).toBeNull();
  });
});
