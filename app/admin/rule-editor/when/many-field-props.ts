export interface ManyFieldProps {
  readonly id: string;
  readonly error: string | undefined;
  readonly onBlur: () => void;
  readonly label: string;
  readonly helpText?: string | undefined;
  /** What each is called by in the rule, as it is proposed. */
  readonly options: readonly string[];
  readonly nameOf: (option: string) => string;
  readonly chosen: readonly string[];
  readonly choose: (chosen: readonly string[]) => void;
}
