import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import { changeReading, usualReadingAgain } from '../../session/history/change-reading.ts';
import {
  type ReadingFace,
  readingFaces,
  readingScales,
  readingSettings,
  type ThemeChoice,
  themeChoices,
} from '../../session/reading/reading-settings.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';

const themeNames: Readonly<Record<ThemeChoice, string>> = {
  system: 'As the system asks',
  light: 'Light',
  dark: 'Dark',
  'contrast-light': 'High contrast, light',
  'contrast-dark': 'High contrast, dark',
};

const faceNames: Readonly<Record<ReadingFace, string>> = {
  literata: 'Literata',
  inter: 'Inter',
  'system-serif': 'The system’s serif',
};

/** How text is shown to who sits here. Each choice acts at once, on the text behind the dialog as well. */
export function ReadingDialog(): ReactNode {
  const session = useSession();
  const settings = useStore(readingSettings);
  return (
    <Dialog title="Reading settings" closeButton wide onClose={() => session.closeDialog()}>
      <Choices
        legend="Theme"
        names={themeNames}
        options={themeChoices}
        chosen={settings.theme}
        onChoose={(theme) => changeReading(session, { theme })}
      />
      <Choices
        legend="Face"
        names={faceNames}
        options={readingFaces}
        chosen={settings.face}
        onChoose={(face) => changeReading(session, { face })}
      />
      <div className="reading-scales">
        <Scale
          label="Size of the text"
          name="size"
          value={settings.size}
          words={`${settings.size} %`}
        />
        <Scale
          label="Width of a line"
          name="columns"
          value={settings.columns}
          words={`${settings.columns} characters`}
        />
        <Scale
          label="Height of a line"
          name="leading"
          value={settings.leading}
          words={`${settings.leading} % of the letters`}
        />
      </div>
      <Sample />
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={() => usualReadingAgain(session)}>
          As usual
        </button>
        <button type="button" className="button primary" onClick={() => session.closeDialog()}>
          Done
        </button>
      </div>
    </Dialog>
  );
}

function Choices<Option extends string>(props: {
  readonly legend: string;
  readonly names: Readonly<Record<Option, string>>;
  readonly options: readonly Option[];
  readonly chosen: Option;
  readonly onChoose: (option: Option) => void;
}): ReactNode {
  const name = useId();
  return (
    <fieldset className="reading-choices">
      <legend>{props.legend}</legend>
      {props.options.map((option) => (
        <label key={option} data-option={option}>
          <input
            type="radio"
            name={name}
            checked={option === props.chosen}
            onChange={() => props.onChoose(option)}
          />
          {props.names[option]}
        </label>
      ))}
    </fieldset>
  );
}

function Scale(props: {
  readonly label: string;
  readonly name: keyof typeof readingScales;
  readonly value: number;
  readonly words: string;
}): ReactNode {
  const session = useSession();
  const id = useId();
  const { least, most, step } = readingScales[props.name];
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={props.value}
        aria-valuetext={props.words}
        onChange={(event) => changeReading(session, { [props.name]: Number(event.target.value) })}
      />
      <output htmlFor={id}>{props.words}</output>
    </div>
  );
}

/** A line of text as it will look, with three highlights. */
function Sample(): ReactNode {
  return (
    <p className="reading-sample">
      The harbour <mark data-color="1">will have its date</mark>, the meeting was told,{' '}
      <mark data-color="3">by the end of June</mark>, and{' '}
      <mark data-color="5">not a day later</mark>.
    </p>
  );
}
