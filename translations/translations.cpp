// The library `translations` is its resources; some tools want one object of code in a static library.
namespace supercargo {
extern const int kTranslationsLinked;
const int kTranslationsLinked = 1;
} // namespace supercargo
