package vn.digitaltrust.alliance.certificate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * The five pillars of Influencer Trust, each 0 to 100 points.
 *
 * @param transparency content and advertising are what they say, commercial posts are labelled
 * @param ethics conduct so far; errors are corrected in public and promptly
 * @param engagement genuine engagement and the community's feedback
 * @param brandFit fit with brand and social values
 * @param compliance compliance with the law
 */
@Embeddable
record Scores(
    @Column(name = "transparency") @NotNull @Min(0) @Max(100) Integer transparency,
    @Column(name = "ethics") @NotNull @Min(0) @Max(100) Integer ethics,
    @Column(name = "engagement") @NotNull @Min(0) @Max(100) Integer engagement,
    @Column(name = "brand_fit") @NotNull @Min(0) @Max(100) Integer brandFit,
    @Column(name = "compliance") @NotNull @Min(0) @Max(100) Integer compliance) {}
