import Translate, { translate } from '@docusaurus/Translate';
import { type ReactNode, useId, useState } from 'react';
import { alsoAllowed, type InvalidValue, invalidityOf } from '../../procedure/apply-variables.ts';
import type { Variable } from '../../procedure/index.ts';
import { variablesOf } from '../../session/index.ts';
import { Button } from '../Button/index.tsx';
import styles from './styles.module.css';
import { useValues } from './use-values.ts';

interface Props {
  readonly practice: string;
  readonly variables: readonly Variable[];
}

/** Takes a value as soon as it can stand in the commands, and says why another cannot. */
export default function VariablesForm({ practice, variables }: Props): ReactNode {
  const values = useValues();
  const store = variablesOf(practice);
  const choose = (name: string, value: string | undefined) => {
    const { [name]: _, ...others } = store.get();
    store.set(value === undefined ? others : { ...others, [name]: value });
  };
  const isChanged = variables.some(({ name }) => values[name] !== undefined);
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <p>
        <Translate id="tejun.variables.lead">
          ここで決めた値は、コマンドと結果の例、コピーした内容に反映されます。値はこのブラウザにだけ保存されます。
        </Translate>
      </p>
      {variables.map((variable) => (
        <Field
          // A value that was restored elsewhere replaces what stands in the field.
          key={`${variable.name} ${values[variable.name] === undefined}`}
          variable={variable}
          value={values[variable.name]}
          choose={choose}
        />
      ))}
      {isChanged && (
        <Button
          onClick={() => {
            for (const { name } of variables) choose(name, undefined);
          }}
        >
          <Translate id="tejun.variables.restore">はじめの値に戻す</Translate>
        </Button>
      )}
    </form>
  );
}

interface FieldProps {
  readonly variable: Variable;
  readonly value: string | undefined;
  choose(name: string, value: string | undefined): void;
}

function Field({ variable, value, choose }: FieldProps): ReactNode {
  const { name, label = name, default: standard } = variable;
  const id = useId();
  const [typed, setTyped] = useState(value ?? standard);
  const refusal = invalidityOf(typed, standard);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        value={typed}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={refusal !== undefined}
        aria-describedby={refusal === undefined ? undefined : `${id}-refusal`}
        onChange={({ target }) => {
          setTyped(target.value);
          if (invalidityOf(target.value, standard) !== undefined) return;
          choose(name, target.value === standard ? undefined : target.value);
        }}
      />
      {refusal !== undefined && (
        <p id={`${id}-refusal`} className={styles.refusal} role="alert">
          {wordsFor(refusal, standard)}
        </p>
      )}
    </div>
  );
}

function wordsFor(refusal: InvalidValue, standard: string): string {
  switch (refusal) {
    case 'empty':
      return translate({
        id: 'tejun.variables.empty',
        message: '値を入力してください。空の間は、前の値が使われます。',
      });
    case 'too-long':
      return translate({
        id: 'tejun.variables.long',
        message: '1,024文字までにしてください。修正するまでは、前の値を使います。',
      });
    case 'first-character':
      return translate({
        id: 'tejun.variables.first',
        message: '半角の英字または数字で始めてください。修正するまでは、前の値を使います。',
      });
    case 'character':
      return translate(
        {
          id: 'tejun.variables.character',
          message:
            '使えるのは、半角の英数字と {signs} です。ほかの文字は、コマンドの意味を変えることがあるため使えません。修正するまでは、前の値を使います。',
        },
        { signs: ['.', '_', '@', '+', '-', ...alsoAllowed(standard)].join(' ') },
      );
    case 'dots':
      return translate({
        id: 'tejun.variables.dots',
        message: '途中に . や .. だけの名前は使えません。修正するまでは、前の値を使います。',
      });
  }
}
