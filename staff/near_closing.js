// Who may not be called any more today: then no time is told, and none is shown.

const TOO_LATE = "after_closing";

/** Whether a forecast is no time that could be told. */
export const isTooLate = (forecast) => forecast?.basis === TOO_LATE;

/** Whoever is left when the store sends everybody home has waited for nothing. */
export const mayNotBeCalled = ({ state, forecast }) => state === "waiting" && isTooLate(forecast);

export const toldATime = ({ quote }) => Boolean(quote) && quote.basis !== TOO_LATE;
