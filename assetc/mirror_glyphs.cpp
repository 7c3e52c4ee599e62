// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pairs of glyphs that are mirror images of each other, as Unicode 14.0.0 names them. Written by mirror_glyphs.py.
#include "mirror_glyphs.h"

namespace assetc {
namespace {

// clang-format off
constexpr std::u32string_view left_right =
	U"()[]{}<>/\\bdpq«»‘’“”‹›←→↖↗↘↙↚↛↜↝↞↠↢↣↤↦↩↪↫↬↰↱↲↳↼⇀↽⇁↾↿⇂⇃⇄⇆⇇⇉⇋⇌⇍⇏⇐⇒"
	U"⇖⇗⇘⇙⇚⇛⇜⇝⇠⇢⇤⇥⇦⇨⇴⬰⇶⬱⇷⇸⇺⇻⇽⇾⌈⌉⌊⌋⌜⌝⌞⌟┌┐┍┑┎┒┏┓└┘┕┙┖┚┗┛├┤┝┥┞┦┟┧┠┨┡┩┢┪┣┫"
	U"┭┮┱┲┵┶┹┺┽┾╃╄╅╆╉╊╒╕╓╖╔╗╘╛╙╜╚╝╞╡╟╢╠╣╭╮╯╰╱╲╴╶╸╺▉🮋▊🮊▋🮉▌▐▍🮈▎🮇▏▕▖▗▘▝▙▟"
	U"▚▞▛▜▧▨▶◀▷◁▸◂▹◃►◄▻◅◐◑◖◗◜◝◞◟◢◣◤◥◧◨◩⬔◪⬕◭◮◰◳◱◲◴◷◵◶◸◹◺◿⧨⧩⬖⬗⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯"
	U"〈〉《》「」『』【】〔〕〖〗〘〙〚〛（）🬀🬁🬃🬇🬄🬉🬅🬈🬆🬊🬌🬍🬏🬞🬐🬠🬑🬟🬒🬡🬓🬦🬔🬧🬕🬨🬖🬢🬗🬤🬘🬣🬙🬥🬚🬩🬛🬫🬜🬪🬝🬬🬮🬯"
	U"🬱🬵🬲🬷🬳🬶🬴🬸🬺🬻🬼🭇🬽🭈🬾🭉🬿🭊🭀🭋🭁🭌🭂🭍🭃🭎🭄🭏🭅🭐🭆🭑🭒🭝🭓🭞🭔🭟🭕🭠🭖🭡🭗🭢🭘🭣🭙🭤🭚🭥🭛🭦🭜🭧🭨🭪🭬🭮🭼🭿🭽🭾🮌🮍"
	U"🮘🮙🮜🮝🮞🮟🮠🮡🮢🮣🮤🮥🮨🮩🮪🮫🮬🮭🮲🮳🮵🮶🮹🮺🯇🯈";

constexpr std::u32string_view up_down =
	U"/\\bpdq'.`,_¯numwMW^v!¡↑↓↖↙↗↘↟↡↥↧↰↲↱↳↼↽↾⇂↿⇃⇀⇁⇅⇵⇈⇊⇑⇓⇖⇙⇗⇘⇞⇟⇡⇣⇧⇩⌜⌞⌝⌟"
	U"┌└┍┕┎┖┏┗┐┘┑┙┒┚┓┛┞┟┡┢┦┧┩┪┬┴┭┵┮┶┯┷┰┸┱┹┲┺┳┻╀╁╃╅╄╆╇╈╒╘╓╙╔╚╕╛╖╜╗╝╤╧╥╨"
	U"╦╩╭╰╮╯╱╲╵╷╹╻▀▄▁▔▂🮂▃🮃▅🮄▆🮅▇🮆▖▘▗▝▙▛▚▞▜▟▲▼△▽▴▾▵▿◒◓◚◛◜◟◝◞◠◡◢◥◣◤◩⬕◪⬔◭⧨"
	U"◮⧩◰◱◲◳◴◵◶◷◸◺◹◿⬒⬓⬘⬙🬀🬏🬁🬞🬂🬭🬄🬓🬅🬢🬆🬱🬈🬖🬉🬦🬊🬵🬌🬚🬍🬩🬎🬹🬑🬟🬒🬮🬔🬣🬕🬲🬘🬧🬙🬶🬜🬪🬝🬺🬡🬯🬥🬳🬨🬷"
	U"🬬🬻🬼🭗🬽🭘🬾🭙🬿🭚🭀🭛🭁🭒🭂🭓🭃🭔🭄🭕🭅🭖🭆🭧🭇🭢🭈🭣🭉🭤🭊🭥🭋🭦🭌🭝🭍🭞🭎🭟🭏🭠🭐🭡🭑🭜🭩🭫🭭🭯🭼🭽🭾🭿🮎🮏🮜🮟🮝🮞🮠🮢🮡🮣"
	U"🮦🮧🮷🮸";
// clang-format on

} // namespace

std::u32string_view mirror_glyphs(axis of) {
	return of == axis::left_right ? left_right : up_down;
}

} // namespace assetc
