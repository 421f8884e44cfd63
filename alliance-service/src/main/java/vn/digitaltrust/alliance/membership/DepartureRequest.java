package vn.digitaltrust.alliance.membership;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Leaving, or taking an application back. Nothing has to be said. */
@Schema(name = "AllianceDeparture")
record DepartureRequest() {}
