import { useTexts } from '../i18n/text.ts';
import type { ChildNames } from '../api/types.ts';

/** A person's name, in whatever script it is written. */
export function PersonName({ name }: { name: string }) {
  return <bdi dir="auto" className="hifazat-name">{name}</bdi>;
}

export function ChildName({ names }: { names: ChildNames }) {
  const { t } = useTexts();
  return (
    <>
      <PersonName name={names.given} />
      {names.father !== undefined && names.father !== '' && (
        <span className="hifazat-father"> {t('child.of-father')} <PersonName name={names.father} /></span>
      )}
    </>
  );
}

/** Case numbers, phones and other codes keep their order in a right-to-left line. */
export function Code({ children }: { children: string }) {
  return <bdi dir="ltr" className="hifazat-code">{children}</bdi>;
}

/** A short name such as PHQ-A stays in one line: half of it in the next reads wrongly from right to left. */
export function Unbroken({ text }: { text: string }) {
  return text.split(/(\(?\b[A-Za-z0-9]{1,8}-[A-Za-z0-9]{1,8}\b\)?)/).map((part, index) => (
    index % 2 === 1 ? <span key={index} className="hifazat-unbroken">{part}</span> : part
  ));
}
