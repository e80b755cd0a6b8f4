import { Alert, Anchor, Button, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import { Link } from 'react-router';
import type { CaseDetail } from '../api/types.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { today } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { useCodes } from '../papers/queries.ts';
import { ORDER_KINDS, type Order } from '../papers/types.ts';
import { PERSON_RELATIONS } from '../people/codes.ts';
import { usePersons } from '../people/queries.ts';
import type { Person } from '../people/types.ts';
import { useConsents } from './queries.ts';
import { SelectField } from '../ui/fields.tsx';
import type { FieldProblems, Fields } from '../ui/form.ts';
import { usePages } from '../ui/pages.ts';
import { Loaded } from '../ui/panel.tsx';

/** Chosen in place of a person: somebody to be recorded with their word. */
export const NEW_PERSON = 'new';

export type GiverValues = { givenBy: string; decision: string; personId: string; personName: string; personRelation: string; orderId: string };
export const NO_GIVER = { personId: '', personName: '', personRelation: '', orderId: '' };

export function isNamed(givenBy: string): boolean {
  return givenBy === 'caregiver' || givenBy === 'other-trusted-adult';
}

/** What is missing; a withdrawal is never held up by who brings it. */
export function missingGiver(values: GiverValues): FieldProblems<GiverValues> {
  const missing: FieldProblems<GiverValues> = {};
  if (isNamed(values.givenBy)) {
    const somebodyNew = values.personId === NEW_PERSON;
    if (values.personId === '' && values.decision !== 'withdrawn') missing.personId = 'field.required';
    if (somebodyNew && values.personName.trim() === '') missing.personName = 'field.required';
    if (somebodyNew && values.personRelation === '') missing.personRelation = 'field.required';
  }
  if (values.givenBy === 'court' && values.orderId === '' && values.decision !== 'withdrawn') missing.orderId = 'field.required';
  return missing;
}

export function giverRequest(values: GiverValues): object {
  if (values.givenBy === 'court') return values.orderId === '' ? {} : { orderId: values.orderId };
  if (!isNamed(values.givenBy) || values.personId === '') return {};
  return values.personId === NEW_PERSON
    ? { person: { name: values.personName.trim(), relation: values.personRelation } }
    : { personId: values.personId };
}

interface Props<V extends GiverValues> {
  detail: CaseDetail;
  fields: Fields<V>;
}

/** Whose word it is: the person, or for a court the order. The child is nobody to choose. */
export function GiverFields<V extends GiverValues>({ detail, fields }: Props<V>) {
  const { givenBy } = fields.values;
  if (givenBy === 'court') return <OrderChoice detail={detail} fields={fields} />;
  return isNamed(givenBy) ? <PersonChoice key={givenBy} detail={detail} fields={fields} /> : null;
}

function mayDecide(person: Person, givenBy: string): boolean {
  if (!person.current || person.roles.includes('person-of-concern')) return false;
  return givenBy !== 'caregiver' || person.roles.includes('caregiver') || person.roles.includes('guardian');
}

function PersonChoice<V extends GiverValues>({ detail, fields }: Props<V>) {
  const query = usePersons(detail.id);
  const words = useConsents(detail.id, false).data?.consents ?? [];
  // Whoever said no in a case that went into this one is the only one to take it back.
  const elsewhere = new Map<string, string>();
  for (const word of words) {
    if (word.fromCase !== undefined && word.decision !== 'given' && word.personId !== undefined) {
      elsewhere.set(word.personId, `${word.person ?? ''} (${word.fromCase})`);
    }
  }
  return (
    <Loaded query={query} lines={2}>
      {(persons) => <ChoosePerson fields={fields} persons={persons} elsewhere={[...elsewhere].map(([value, label]) => ({ value, label }))} />}
    </Loaded>
  );
}

interface Choice<V extends GiverValues> {
  fields: Fields<V>;
  persons: Person[];
  elsewhere: { value: string; label: string }[];
}

function ChoosePerson<V extends GiverValues>({ fields, persons, elsewhere }: Choice<V>) {
  const { t, label } = useTexts();
  const { givenBy, decision, personId } = fields.values;
  const relations = useCodeOptions('person-relation', PERSON_RELATIONS);
  const known = persons.filter((one) => mayDecide(one, givenBy));
  // Somebody of concern is left out of the choice: that nobody else is known makes nobody new.
  const nobody = persons.some((one) => one.current && one.roles.includes('person-of-concern')) ? '' : NEW_PERSON;
  const only = known.length + elsewhere.length > 1 ? '' : (known[0]?.id ?? elsewhere[0]?.value ?? nobody);
  const withdrawn = decision === 'withdrawn';
  const { set } = fields;
  // Where there is nothing to choose between, nothing is asked.
  useEffect(() => {
    set('personId', withdrawn && only === NEW_PERSON ? '' : only);
  }, [set, only, withdrawn]);
  return (
    <>
      <SelectField
        {...fields.bind('personId')}
        label={t('consent.person')}
        description={t('consent.person-hint')}
        options={[
          ...known.map((one) => ({ value: one.id, label: `${one.name} (${label('person-relation', one.relation)})` })),
          ...elsewhere,
          ...(withdrawn ? [] : [{ value: NEW_PERSON, label: t('consent.person-new') }]),
        ]}
        placeholder={t(withdrawn ? 'consent.person-unsaid' : 'action.choose')}
        required={!withdrawn}
      />
      {personId === NEW_PERSON && (
        <div className="hifazat-columns">
          <TextInput {...fields.bind('personName')} label={t('consent.person-name')} dir="auto" maxLength={200} required />
          <SelectField {...fields.bind('personRelation')} label={t('consent.person-relation')} options={relations} placeholder={t('action.choose')} required />
        </div>
      )}
    </>
  );
}

/** A child protection officer's own order is no court's. */
export function isOfCourtInForce(order: Order): boolean {
  return order.endedAt === undefined && order.madeBy !== 'protection-officer' && (order.endsOn === undefined || order.endsOn >= today());
}

/** Page by page: an order of long ago may be the one in force. */
function OrderChoice<V extends GiverValues>({ detail, fields }: Props<V>) {
  const { t } = useTexts();
  const pages = usePages<Order>('cases', `/cases/${detail.id}/orders`, { limit: 100 });
  const kinds = useCodes('legal-order', ORDER_KINDS);
  return (
    <Loaded query={pages} lines={2}>
      {({ pages: read }) => {
        const orders = read.flatMap((page) => page.items).filter(isOfCourtInForce);
        return (
          <>
            {orders.length === 0 && !pages.hasNextPage && (
              <Alert color="yellow" data-testid="no-order">
                {t('consent.order-none')} <Anchor component={Link} to={`/cases/${detail.id}/legal`}>{t('consent.order-record')}</Anchor>
              </Alert>
            )}
            {orders.length > 0 && (
              <SelectField
                {...fields.bind('orderId')}
                label={t('consent.order')}
                description={t('consent.order-hint')}
                options={orders.map((one) => ({ value: one.id, label: `${kinds.name(one.kind)} (${one.maker})` }))}
                placeholder={t('action.choose')}
                required={fields.values.decision !== 'withdrawn'}
              />
            )}
            {pages.hasNextPage && (
              <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()} data-testid="older-orders">
                {t('consent.older-orders')}
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
