import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { ExchangeFormat } from '../../../app/exchange/exchange-format.ts';

/** Formats to choose from, each with one line on what it carries. */
export function FormatList(props: {
  readonly label: string;
  readonly formats: readonly ExchangeFormat[];
  readonly direction: 'exports' | 'imports';
  /** What stands before the formats: to have it recognised. Absent: nothing. */
  readonly first?: { readonly id: string; readonly title: string; readonly hint: string };
  readonly value: string;
  readonly onChange: (id: string) => void;
}): ReactNode {
  const { formats, direction, first, value } = props;
  const lines = [
    ...(first === undefined ? [] : [first]),
    ...formats.map((format) => ({ ...format, hint: format[direction] ?? '' })),
  ];
  return (
    <RadioGroup className="exchange-formats" value={value} onChange={props.onChange}>
      <Label className="visually-hidden">{props.label}</Label>
      {lines.map(({ id, title, hint }) => (
        <Radio key={id} value={id} className="exchange-format" autoFocus={id === value}>
          <b>{title}</b>
          <small>{hint}</small>
        </Radio>
      ))}
    </RadioGroup>
  );
}
