import type { ICruiseOptions, IForbiddenRuleType } from "dependency-cruiser";

declare const configuration: { readonly forbidden: IForbiddenRuleType[]; readonly options: ICruiseOptions };
export default configuration;
