import { useLocation, useMatches, useNavigate, useNavigation, useRevalidator } from "@remix-run/react";
import { type RefObject, useEffect, useRef } from "react";
import { type Asked, type Lost, tellLost } from "./lost.ts";
import { keepStanding, tellStanding } from "./page-data.ts";

/**
 * Tells what stands on the screen, and calls off a page that does not come: see `keepingTheScreen`. `asked` is how the page
 * was asked for that was asked for last.
 */
export function useKeptScreen(lost: Lost | undefined, asked: RefObject<Asked>) {
  const location = useLocation();
  const matches = useMatches();
  const navigate = useNavigate();
  const { state } = useNavigation();
  const { revalidate, state: revalidation } = useRevalidator();
  const here = location.pathname + location.search;

  useEffect(() => {
    const data = matches.flatMap(({ id, data }) => (data === undefined ? [] : [[id, data] as const]));
    tellStanding({ address: here, data: new Map(data) });
  }, [here, matches]);

  useEffect(() => {
    // Another page has come.
    if (here) tellLost(undefined);
  }, [here]);

  const calledOff = useRef<Lost>();
  useEffect(() => {
    // The data may fail before the router's own state is drawn.
    if (!lost?.isUnderWay || state === "idle" || calledOff.current === lost) return;
    calledOff.current = { ...lost, asked: asked.current ?? undefined };
    tellLost(calledOff.current);
    keepStanding(true);
    // The router knows no other way to give up a page than to open another one: the one that stands.
    navigate(location, { replace: true, preventScrollReset: true, state: location.state });
  }, [lost, state, navigate, location, asked]);
  useEffect(() => {
    if (state === "idle") keepStanding(false);
  }, [state]);

  return {
    isLoading: state !== "idle" || revalidation !== "idle",
    retry: () => {
      if (lost?.to === undefined) return revalidate();
      if (lost.to === here) tellLost(undefined);
      navigate(lost.to, lost.asked);
    },
  };
}
